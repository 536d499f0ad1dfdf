import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { openNew, temporaryFor } from './atomic.js';

/** What is written from its beginning to its end. */
export interface Stream {
  write(piece: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** A file, which is there when all has been written. */
export function file(path: string): Stream {
  const temporary = temporaryFor(path, String(process.pid));
  let opened: ReturnType<typeof openNew> | undefined;
  return {
    async write(piece) {
      opened ??= openNew(temporary);
      await (await opened).appendFile(piece);
    },
    async end() {
      if (opened === undefined) return;
      await (await opened).close();
      await rename(temporary, path);
    },
  };
}

/** Standard output. Whoever reads it may have enough. */
export function standardOutput(): Stream {
  const { stdout } = process;
  return {
    async write(piece) {
      if (!stdout.write(piece)) await once(stdout, 'drain');
    },
    end: () => new Promise((done) => stdout.write('', () => done())),
  };
}
