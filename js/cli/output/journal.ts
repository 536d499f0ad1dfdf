import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../version.js';
import type { Settings } from '../options/settings.js';
import { UsageError } from '../usage-error.js';

const name = '.tidemark-run';

/**
 * A file in the folder for results, as long as a run is not complete. What has been written since it was made is of this run: so a run that was
 * ended can go on, however many results there are, and nothing has to be noted for each.
 */
export interface Journal {
  /** Names what the run writes on the way to a result: who goes on with it writes over what was left. */
  readonly run: string;
  /** Reports whether a result is there that this run has written. */
  isDone(path: string): Promise<boolean>;
  /** The run is complete. */
  remove(): Promise<void>;
}

/** Begins a run, or goes on with the one that was ended. Throws a {@link UsageError} if that was another. */
export async function journalIn(folder: string, settings: Settings): Promise<Journal> {
  const path = join(folder, name);
  const digest = digestOf(settings);
  const left = settings.own.resume ? await read(path) : undefined;
  if (left !== undefined && left.digest !== digest) {
    throw new UsageError(
      `The run that ended in ${folder} had other inputs or options: begin it anew, without --resume`,
    );
  }
  const run = left?.run ?? randomBytes(6).toString('hex');
  if (left === undefined) {
    await begin(folder, path, JSON.stringify({ run, digest }));
  }
  const since = await modified(path);
  return {
    run,
    isDone: async (result) => {
      const time = left === undefined ? undefined : await modified(result);
      return time !== undefined && since !== undefined && time >= since;
    },
    remove: () => rm(path, { force: true }),
  };
}

async function begin(folder: string, path: string, text: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new UsageError(`Nothing can be written into ${folder}: ${(error as Error).message}`);
  }
}

async function read(path: string): Promise<{ run: string; digest: string } | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined; // the run was ended before it had begun
  }
}

// In nanoseconds, by the clock of the file system.
async function modified(path: string): Promise<bigint | undefined> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  return stats?.mtimeNs;
}

/** What says whether two runs make the same of the same. */
function digestOf({ own: { format, links }, engine, operands }: Settings): string {
  const text = JSON.stringify([version, process.cwd(), operands, format, links, engine], (_key, value) =>
    typeof value === 'function' ? String(value) : value,
  );
  return createHash('sha256').update(text).digest('hex');
}
