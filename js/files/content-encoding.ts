import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { coded } from './coded.js';
import { tooLarge } from './decompress.js';

type Undo = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

interface Coding {
  /** Whether a content is coded at all: what archives have undone has its header still. */
  is(bytes: Uint8Array): boolean;
  readonly undo: Undo | undefined;
}

// Node.js has Zstandard from 22.15 on.
const { zstdDecompress } = zlib as unknown as { zstdDecompress?: typeof zlib.gunzip };

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
const isMarkup = (bytes: Uint8Array) => startsWith(bytes, 0x3c); // `<`

const gzip: Coding = { is: (bytes) => startsWith(bytes, 0x1f, 0x8b), undo: promisify(zlib.gunzip) as Undo };

const codings: Readonly<Record<string, Coding>> = {
  gzip,
  'x-gzip': gzip,
  deflate: { is: (bytes) => !isMarkup(bytes), undo: inflate },
  br: { is: (bytes) => !isMarkup(bytes), undo: promisify(zlib.brotliDecompress) as Undo },
  zstd: {
    is: (bytes) => startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd),
    undo: zstdDecompress && (promisify(zstdDecompress) as Undo),
  },
};

// Servers send it with the header of zlib and without: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1.2
const inflateZlib = promisify(zlib.inflate) as Undo;
const inflateRaw = promisify(zlib.inflateRaw) as Undo;

function inflate(bytes: Uint8Array, options: { maxOutputLength: number }): Promise<Uint8Array> {
  const [first = 0, second = 0] = bytes;
  const isZlib = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
  return (isZlib ? inflateZlib : inflateRaw)(bytes, options);
}

/** Undoes the codings of a Content-Encoding, the last one first. What grows beyond `most` bytes is not made. */
export async function decoded(content: Uint8Array, contentEncoding: string, most: number): Promise<Uint8Array> {
  let bytes = content;
  for (const coding of codingsOf(contentEncoding).reverse()) bytes = await undone(coding, bytes, most);
  return bytes;
}

/** The names in a field such as Content-Encoding. */
export function codingsOf(field = ''): string[] {
  const names = field.toLowerCase().split(',');
  return names.flatMap((name) => name.trim() || []);
}

async function undone(name: string, bytes: Uint8Array, most: number): Promise<Uint8Array> {
  if (name === 'identity' || bytes.length === 0) return bytes;
  const coding = codings[name];
  if (coding?.undo === undefined) throw coded('ERR_UNSUPPORTED', `Its coding, ${name}, is not known here`);
  if (!coding.is(bytes)) return bytes;
  try {
    return await coding.undo(bytes, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw coded('ERR_COMPRESSION', `It is not valid ${name}: ${(error as Error).message}`);
  }
}
