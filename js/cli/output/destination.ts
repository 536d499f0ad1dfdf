import { stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { Settings } from '../options/settings.js';
import { UsageError } from '../usage-error.js';
import { file, folder, type Sink, standardOutput } from './sink.js';
import { endingOf, isFileOf } from './target.js';

/** Where the results of a run go. */
export interface Destination {
  readonly sink: Sink;
  /** The folder for results, if there is a file for each. */
  readonly folder?: string;
  /** Says where a result goes. */
  nameOf(target: string): string;
}

/** Returns where results go. Throws a {@link UsageError} where there is no place for all of them. */
export async function destinationOf(
  { out, format }: Settings['own'],
  operands: readonly string[],
): Promise<Destination> {
  const several = await areSeveral(operands);
  if (out === undefined) {
    if (several && format !== 'jsonl')
      throw new UsageError('Several inputs need a folder for their results: --out FOLDER');
    return { sink: standardOutput(), nameOf: () => 'standard output' };
  }
  if (isFileOf(format, out)) {
    if (several && format !== 'jsonl')
      throw new UsageError(`Several inputs cannot become one file, ${out}, except with --format jsonl`);
    if (operands.some((operand) => resolve(operand) === resolve(out)))
      throw new UsageError(`${out} would be written over: choose another --out`);
    return { sink: file(out), nameOf: () => out };
  }
  if (format === 'jsonl')
    throw new UsageError(
      `--format jsonl is one stream: --out takes the name of a file that ends with ${endingOf.jsonl}`,
    );
  const other = Object.values(endingOf).find((ending) => ending === extname(out).toLowerCase());
  if (other !== undefined && !several)
    throw new UsageError(`--out ${out} has the ending of another format than --format ${format}`);
  return { sink: folder(out), folder: out, nameOf: (target) => join(out, target) };
}

/** Whether there may be more than one document. */
async function areSeveral(operands: readonly string[]): Promise<boolean> {
  const [first = '-'] = operands;
  if (operands.length !== 1) return operands.length > 1;
  const stats = await stat(first).catch(() => undefined);
  return stats === undefined ? picomatch.scan(first).isGlob : stats.isDirectory();
}
