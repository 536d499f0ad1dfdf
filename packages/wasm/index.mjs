// The module for bundlers, when they bundle for Node.js: where all is one file, there is none beside it.
import { Buffer } from 'node:buffer';
import { brotliDecompressSync } from 'node:zlib';
import { text } from './inline.js';
import { source } from './thread.js';

export { version } from './version.js';

export const compile = () => new WebAssembly.Module(brotliDecompressSync(Buffer.from(text, 'base64')));

export const thread = () => source;
