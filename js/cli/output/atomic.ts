import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The path beside a file under which a run writes it until it is whole. */
export function temporaryFor(path: string, run: string): string {
  const digest = createHash('sha256').update(basename(path)).digest('hex').slice(0, 16);
  return join(dirname(path), `.tidemark-${run}-${digest}.tmp`);
}

/** Writes a file so that it is there whole or not at all, whenever the process ends. Makes the folders that it is in. */
export async function writeWhole(path: string, text: string | Uint8Array, run: string): Promise<void> {
  const temporary = temporaryFor(path, run);
  try {
    const file = await openNew(temporary);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // what was thrown first counts
    throw error;
  }
}

/** Opens an empty file, and makes the folders that it is in. They are mostly there. */
export async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(dirname(path), { recursive: true });
  return open(path, 'w');
}
