import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

let made = 0;

/** The path of a file that is not there yet, beside the one that it will become. */
export function temporaryFor(path: string): string {
  return join(dirname(path), `.tidemark-${process.pid}-${made++}.tmp`);
}

/** Writes a file so that it is there whole or not at all, whenever the process ends. Makes the folders that it is in. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = temporaryFor(path);
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

/** Opens a new file, and makes the folders that it is in. They are mostly there. */
export async function openNew(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(dirname(path), { recursive: true });
  return open(path, 'wx');
}
