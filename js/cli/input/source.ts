import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { coded } from '../../files/coded.js';
import { decompress, tooLarge } from '../../files/decompress.js';
import { headBytes, type Kind, kindOf } from './kind.js';

/** A file, standard input, or what was compressed in one. */
export interface Source {
  readonly path: string;
  /** All of it if it is short, or else what it begins with. */
  readonly head: Uint8Array;
  readonly isWhole: boolean;
  /** Whether {@link path} can be opened again, to read anywhere in it. */
  readonly isFile: boolean;
  /** All of it in pieces, once. */
  stream(): AsyncIterable<Uint8Array>;
}

/** So many bytes are read ahead of their turn: each of several files at a time. */
const short = 1024 * 1024;
const mostAhead = 8 * short;

const pieceBytes = 256 * 1024;

/** Opens a file, or standard input for `-`, and reads what it begins with. */
export async function openSource(path: string): Promise<Source> {
  if (path === '-') return ofStream(path, process.stdin);
  const file = await open(path);
  const stats = await file.stat();
  if (!stats.isFile() && !stats.isDirectory()) return ofStream(path, file.createReadStream());
  try {
    if (stats.isDirectory()) throw coded('EISDIR', 'It is a folder');
    const isWhole = stats.size <= short;
    const head = await readUpTo(file, isWhole ? stats.size : headBytes);
    return { path, head, isWhole, isFile: true, stream: () => createReadStream(path, { highWaterMark: pieceBytes }) };
  } finally {
    await file.close();
  }
}

async function readUpTo(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

async function ofStream(path: string, stream: AsyncIterable<Uint8Array>): Promise<Source> {
  const iterator = stream[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  while (length < headBytes && !isWhole) {
    const { done = false, value } = await iterator.next();
    isWhole = done;
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  const head = Buffer.concat(pieces);
  async function* all() {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { path, head, isWhole, isFile: false, stream: all };
}

/** Returns all of a source, as it was before it was compressed. Nothing has more than `most` bytes. */
export async function wholeOf(source: Source, most: number): Promise<Uint8Array> {
  const bytes = source.isWhole ? source.head : await collected(source.stream(), most);
  if (bytes.length > most) throw tooLarge(most);
  return decompress(source.path, bytes, most);
}

/** Returns the pieces of a stream as one. */
export async function collected(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > most) throw tooLarge(most);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What is opened: one of which all has been read ahead, and is no archive, has its bytes. */
export interface Opened {
  readonly kind: Kind;
  readonly source: Source;
  readonly bytes?: Uint8Array;
}

/** Opens a source, and reads all of it if it is short. What is compressed is what it was before. */
export async function openAhead(path: string, most: number): Promise<Opened> {
  const source = await openSource(path);
  const kind = kindOf(path, source.head);
  if (!source.isWhole || isArchive(kind)) return { kind, source };
  try {
    return inside(path, await wholeOf(source, Math.min(most, mostAhead)), source, kind);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_INPUT_TOO_LARGE' || most <= mostAhead) throw error;
    return { kind, source }; // it is short only as long as it is compressed
  }
}

/** The same for the rest: a long source, at its turn. */
export async function openAtTurn({ source, kind, bytes }: Opened, most: number): Promise<Opened> {
  if (bytes !== undefined || isArchive(kind)) return { source, kind, ...(bytes && { bytes }) };
  return inside(source.path, await wholeOf(source, most), source, kind);
}

// Compressed or not, what it is it says itself.
function inside(path: string, bytes: Uint8Array, source: Source, kind: Kind): Opened {
  if (bytes === source.head) return { kind, source, bytes };
  const name = path.replace(/\.(?:gz|br|zst)$/i, '');
  return { kind: kindOf(name, bytes), source: ofBytes(path, bytes), bytes };
}

/** What has been decompressed, as a source. */
export function ofBytes(path: string, bytes: Uint8Array): Source {
  return { path, head: bytes, isWhole: true, isFile: false, stream: () => piecesOf(bytes) };
}

async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

const isArchive = (kind: Kind) => kind !== 'html' && kind !== 'mail';
