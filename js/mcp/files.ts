import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { ConvertError } from '../errors.js';
import { ToolError } from './errors.js';

/** The folders whose files may be read. */
export class Roots {
  readonly #roots: readonly string[];

  private constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  /** Rejects with a ConvertError if one of the folders is none. */
  static async open(folders: readonly string[]): Promise<Roots> {
    const real = folders.map(async (folder) => {
      const path = await realpath(folder).catch(() => undefined);
      if (path === undefined || !(await stat(path)).isDirectory())
        throw new ConvertError('ERR_INVALID_OPTION', `There is no folder ${folder}, which options.roots names`);
      return path;
    });
    return new Roots(await Promise.all(real));
  }

  get size(): number {
    return this.#roots.length;
  }

  /** Opens a file: of an absolute path, or one relative to a root. Where links lead counts, so that none leads out of the roots. */
  async read(path: string, mostBytes: number, signal: AbortSignal): Promise<Readable> {
    if (path.includes('\0')) throw new ToolError('INVALID_ARGUMENTS', 'Expected a path without NUL for path');
    const file = await this.#find(path);
    const { size } = await this.#regular(file, path);
    if (size > mostBytes) {
      throw new ToolError(
        'INVALID_ARGUMENTS',
        `${path} has ${size} bytes, and this server reads ${mostBytes} at the most`,
      );
    }
    return createReadStream(file, { signal });
  }

  // The same is said of what is outside and of what is not there: nothing is told of the files of others.
  async #find(path: string): Promise<string> {
    for (const root of this.#roots) {
      const file = await realpath(resolve(root, path)).catch(() => undefined);
      if (file !== undefined && this.#holds(file)) return file;
    }
    throw new ToolError('NOT_FOUND', `There is no file ${path} in the folders that this server may read`);
  }

  #holds(file: string): boolean {
    return this.#roots.some((root) => {
      const inside = relative(root, file);
      return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
    });
  }

  async #regular(file: string, path: string) {
    const stats = await stat(file);
    if (!stats.isFile()) throw new ToolError('NOT_FOUND', `${path} is no file`);
    return stats;
  }
}
