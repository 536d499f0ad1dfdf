// mdream as WebAssembly, which is the whole of it at the edge and in browsers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { versionOf } from '../lib/package.mjs';

export const name = 'mdream, WebAssembly';
export const version = () => versionOf('mdream');

export async function open() {
  const { initSync, htmlToMarkdownResult } = await import('mdream/wasm');
  const file = createRequire(import.meta.url).resolve('mdream/wasm/mdream_edge_bg.wasm');
  initSync({ module: new WebAssembly.Module(readFileSync(file)) });
  // As its own entry for the edge has it, without options.
  return { convertSync: (html) => htmlToMarkdownResult(html, undefined).markdown };
}
