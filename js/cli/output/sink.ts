import { join } from 'node:path';
import { writeWhole } from './atomic.js';
import type { Stream } from './stream.js';

/** What a result is written as: text, or a row of a table. */
export type Written = string | Uint8Array | Row;

export type Row = Readonly<Record<string, unknown>>;

/** Where results go. */
export interface Sink {
  /** How many may be written at a time. In a stream they are written in their order. */
  readonly atATime: number;
  write(target: string, result: Written): Promise<void>;
  /** All has been written that will be. */
  end(): Promise<void>;
}

/**
 * A folder, with a file for each result. `run` is of no other run that writes into it. Of two results of one name the second is refused, where `mayClash`
 * says that there may be two.
 */
export function folder(path: string, run: string, mayClash: (target: string) => boolean): Sink {
  const taken = new Set<string>();
  return {
    atATime: 16,
    async write(target, result) {
      if (taken.has(target)) throw sameName(target);
      if (mayClash(target)) taken.add(target);
      await writeWhole(join(path, target), result as string | Uint8Array, run);
    },
    end: async () => undefined,
  };
}

const sameName = (target: string) =>
  Object.assign(new Error(`Its result would be ${target}, as that of another: convert it into another folder`), {
    code: 'ERR_SAME_NAME',
  });

/** One text, with what separates results between them. */
export function text(stream: Stream, separator: string): Sink {
  let isFirst = true;
  return {
    atATime: 1,
    async write(_target, result) {
      if (!isFirst && separator !== '') await stream.write(separator);
      isFirst = false;
      await stream.write(result as string | Uint8Array);
    },
    end: () => stream.end(),
  };
}
