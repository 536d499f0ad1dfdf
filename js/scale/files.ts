import { type FileHandle, open, realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { JobError } from './job-error.js';

/** The files that jobs may name: those of one folder, and of those below it. */
export class Files {
  readonly #folder: string | undefined;
  #real: string | undefined;

  constructor(folder: string | undefined) {
    this.#folder = folder === undefined ? undefined : resolve(folder);
  }

  /** Opens a file. Throws a {@link JobError} for one that lies elsewhere, by links too. */
  async open(path: string): Promise<FileHandle> {
    if (this.#folder === undefined)
      throw new JobError('ERR_NOT_ALLOWED', 'Jobs may not name files: this worker has no folder for them');
    const named = resolve(this.#folder, path);
    requireWithin(this.#folder, named, path); // before anything is looked at
    this.#real ??= await realpath(this.#folder);
    const real = await realpath(named);
    requireWithin(this.#real, real, path);
    return open(real);
  }
}

function requireWithin(folder: string, path: string, named: string): void {
  if (path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return;
  throw new JobError('ERR_NOT_ALLOWED', `${JSON.stringify(named)} is not in the folder that files are read of`);
}
