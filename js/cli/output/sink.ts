import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openNew, temporaryFor, writeWhole } from './atomic.js';

/** Where results go. */
export interface Sink {
  /** How many may be written at a time. In a stream they are written in their order. */
  readonly atATime: number;
  write(target: string, text: string): Promise<void>;
  /** All has been written that will be. */
  end(): Promise<void>;
}

/** A folder, with a file for each result. `run` is of no other run that writes into it. */
export function folder(path: string, run: string): Sink {
  return { atATime: 16, write: (target, text) => writeWhole(join(path, target), text, run), end: async () => undefined };
}

/** A file, which is there when all has been written. */
export function file(path: string): Sink {
  const temporary = temporaryFor(path, String(process.pid));
  let opened: ReturnType<typeof openNew> | undefined;
  const get = () => (opened ??= openNew(temporary));
  return {
    atATime: 1,
    write: async (_target, text) => (await get()).appendFile(text),
    async end() {
      if (opened === undefined) return;
      await (await opened).close();
      await rename(temporary, path);
    },
  };
}

/** Standard output. Whoever reads it may have enough. */
export function standardOutput(): Sink {
  const { stdout } = process;
  return {
    atATime: 1,
    async write(_target, text) {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    end: () => new Promise((done) => stdout.write('', () => done())),
  };
}
