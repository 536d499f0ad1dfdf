import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { coded } from './coded.js';

interface Compression {
  readonly name: string;
  readonly is: (path: string, bytes: Uint8Array) => boolean;
  readonly undo: Decompress | undefined;
}

type Decompress = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);

// Node.js has Zstandard from 22.15 on.
const { zstdDecompress } = zlib as unknown as { zstdDecompress?: typeof zlib.gunzip };

const compressions: readonly Compression[] = [
  { name: 'gzip', is: (_path, bytes) => startsWith(bytes, 0x1f, 0x8b), undo: promisify(zlib.gunzip) as Decompress },
  {
    name: 'Zstandard',
    is: (_path, bytes) => startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd),
    undo: zstdDecompress && (promisify(zstdDecompress) as Decompress),
  },
  // It has nothing to be known by.
  { name: 'Brotli', is: (path) => /\.br$/i.test(path), undo: promisify(zlib.brotliDecompress) as Decompress },
];

/** Undoes the compression of a file, which is told by what it begins with, or by its name. What grows beyond `most` bytes is not made. */
export async function decompress(path: string, bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const compression = compressions.find(({ is }) => is(path, bytes));
  if (compression === undefined) return bytes;
  const { name, undo } = compression;
  if (undo === undefined) {
    throw coded('ERR_UNSUPPORTED', `${name} takes Node.js 22.15 or newer; this is ${process.version}`);
  }
  try {
    return await undo(bytes, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw coded('ERR_COMPRESSION', `It is not valid ${name}: ${(error as Error).message}`);
  }
}

/** The error for an input of more bytes than are taken. */
export function tooLarge(most: number): Error {
  return coded('ERR_INPUT_TOO_LARGE', `It has more than ${most} bytes, the most that --max-input-bytes allows`);
}
