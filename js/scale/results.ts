import { randomBytes } from 'node:crypto';
import { access, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './require-name.js';

// Names of temporary files. Processes that share a folder may have the same id, in containers.
const own = randomBytes(6).toString('hex');
let made = 0;

const abandoned = 60 * 60 * 1000; // ms without a byte

/** A folder for results. Each is there whole or not at all, and once, however often and by however many workers it is written. */
export class Results {
  readonly #folder: string;
  readonly #temporary: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#temporary = join(folder, temporaryFolder);
  }

  has(name: string): Promise<boolean> {
    return access(join(this.#folder, name)).then(
      () => true,
      () => false,
    );
  }

  /** Writes a result. It is there when `write` has resolved, in the place of the same one. */
  async write(name: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
    const temporary = join(this.#temporary, `${own}-${made++}`);
    try {
      const file = await inFolder(temporary, () => open(temporary, 'wx'));
      try {
        await write(file);
      } finally {
        await file.close();
      }
      const path = join(this.#folder, name);
      await inFolder(path, () => rename(temporary, path));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined); // what was thrown first counts
      throw error;
    }
  }

  /** Removes what workers have left that were killed. */
  async sweep(): Promise<void> {
    const names = await readdir(this.#temporary).catch(() => []);
    for (const name of names) {
      const path = join(this.#temporary, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > abandoned) await rm(path, { force: true });
    }
  }
}

/** Does what takes a folder, which is mostly there. */
async function inFolder<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(dirname(path), { recursive: true });
  return act();
}
