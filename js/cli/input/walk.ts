import type { Dir, Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file below a folder, or a folder that could not be read. */
export interface Found {
  /** From the folder on, with `/` between names. */
  readonly relative: string;
  readonly error?: unknown;
}

interface Level {
  readonly relative: string;
  readonly folder: Dir;
}

/**
 * Goes through a folder and those in it, in the order of the file system, and yields their files while it reads: what it holds is a handle for
 * each level, however many files there are. Links to folders are not followed, since they may lead in a circle.
 */
export async function* walk(root: string, enters: (relative: string) => boolean): AsyncGenerator<Found> {
  const levels: Level[] = [{ relative: '', folder: await opendir(root) }];
  try {
    for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
      const entry = await level.folder.read();
      if (entry === null) {
        await levels.pop()?.folder.close();
        continue;
      }
      const relative = level.relative === '' ? entry.name : `${level.relative}/${entry.name}`;
      try {
        if (!entry.isDirectory()) {
          if (await isFile(entry, join(root, relative))) yield { relative };
        } else if (enters(relative)) {
          levels.push({ relative, folder: await opendir(join(root, relative)) });
        }
      } catch (error) {
        yield { relative, error };
      }
    }
  } finally {
    for (const { folder } of levels) await folder.close();
  }
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  return entry.isFile() || (entry.isSymbolicLink() && (await stat(path)).isFile());
}
