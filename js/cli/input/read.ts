import { open } from 'node:fs/promises';
import { decompress, tooLarge } from './decompress.js';

/** Returns the bytes of a file, or of standard input for `-`, as they were before they were compressed. */
export async function read(path: string, most: number): Promise<Uint8Array> {
  return decompress(path, path === '-' ? await readStandardInput(most) : await readFile(path, most), most);
}

async function readFile(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    if ((await file.stat()).size > most) throw tooLarge(most);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function readStandardInput(most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) throw tooLarge(most);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
