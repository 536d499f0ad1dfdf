import { resolve } from 'node:path';
import type { Format } from '../options/settings.js';
import { targetOf } from '../output/target.js';
import { ahead } from './ahead.js';
import { type Document, type Failure, failure, isFailure } from './document.js';
import { inputs } from './inputs.js';
import { read } from './read.js';

/** A document that has a place for its result. */
export interface Planned extends Document {
  readonly target: string;
  /** Whether there is a result already, and it shall stay. */
  readonly skipped: boolean;
}

/** A document that has been read. */
export interface Job extends Planned {
  readonly html: Uint8Array;
}

export interface Plan {
  readonly operands: readonly string[];
  readonly format: Format;
  /** The folder for results, if there is a file for each. */
  readonly folder: string | undefined;
  isDone(target: string): Promise<boolean>;
}

/** Yields what is to be converted, and where to. */
export async function* planned({ operands, format, folder, isDone }: Plan): AsyncGenerator<Planned | Failure> {
  for await (const found of inputs(operands, folder)) {
    if (isFailure(found)) {
      yield found;
      continue;
    }
    const target = await targetOf(found, format);
    if (folder !== undefined && resolve(folder, target) === resolve(found.path)) {
      yield {
        path: found.path,
        code: 'ERR_SAME_FILE',
        message: 'The result would be written over it: choose another --out',
      };
      continue;
    }
    yield { ...found, target, skipped: await isDone(target) };
  }
}

const readAtATime = 8;

/** Reads what is planned, several files at a time, in their order. No file has more than `most` bytes. */
export function jobs(plan: Plan, most: number): AsyncGenerator<Planned | Job | Failure> {
  return ahead(planned(plan), readAtATime, async (document) => {
    if (isFailure(document) || document.skipped) return document;
    try {
      return { ...document, html: await read(document.path, most) };
    } catch (error) {
      return failure(document.path, error);
    }
  });
}
