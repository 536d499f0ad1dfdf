import { stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { isExtraction, isStream, type Settings } from '../options/settings.js';
import { UsageError } from '../usage-error.js';
import { journalIn } from './journal.js';
import { folder, type Sink, text } from './sink.js';
import { file, type Stream, standardOutput } from './stream.js';
import { endingOf, exists, isFileOf, mayClash } from './target.js';

/** Where the results of a run go. */
export interface Destination {
  readonly sink: Sink;
  /** The folder for results, if there is a file for each. */
  readonly folder?: string;
  /** Says where a result goes. */
  nameOf(target: string): string;
  /** Reports whether a result is there already that shall stay. */
  isDone(target: string): Promise<boolean>;
  /** The run has come to its end, and was not ended before. */
  complete(): Promise<void>;
}

const single = { isDone: async () => false, complete: async () => undefined };

/** Returns where results go. Throws a {@link UsageError} where there is no place for all of them. */
export async function destinationOf(settings: Settings): Promise<Destination> {
  const { own, operands } = settings;
  const { out, format } = own;
  const several = await areSeveral(operands);
  if (out === undefined || isFileOf(format, out)) refuseWithoutFolder(own);
  if (out === undefined) {
    if (several && !isStream(format))
      throw new UsageError('Several inputs need a folder for their results: --out FOLDER');
    if (format === 'parquet' && process.stdout.isTTY)
      throw new UsageError(
        `A table is nothing for a terminal: --out takes the name of a file that ends with ${endingOf.parquet}`,
      );
    return { ...single, sink: await sinkOf(standardOutput(), settings), nameOf: () => 'standard output' };
  }
  if (isFileOf(format, out)) {
    if (several && !isStream(format))
      throw new UsageError(`Several inputs cannot become one file, ${out}, except with --format jsonl or parquet`);
    if (operands.some((operand) => resolve(operand) === resolve(out)))
      throw new UsageError(`${out} would be written over: choose another --out`);
    return { ...single, sink: await sinkOf(file(out), settings), nameOf: () => out };
  }
  if (isStream(format))
    throw new UsageError(
      `--format ${format} is one stream: --out takes the name of a file that ends with ${endingOf[format]}`,
    );
  const other = Object.values(endingOf).find((ending) => ending === extname(out).toLowerCase());
  if (other !== undefined && !several)
    throw new UsageError(`--out ${out} has the ending of another format than --format ${format}`);
  return inFolder(out, settings, operands.length > 1);
}

function refuseWithoutFolder({ resume, watch, links }: Settings['own']): void {
  const name = resume ? 'resume' : watch ? 'watch' : links === 'md' ? 'links md' : undefined;
  if (name !== undefined) throw new UsageError(`--${name} is for results in a folder: --out FOLDER`);
}

async function sinkOf(stream: Stream, { own: { format }, engine }: Settings): Promise<Sink> {
  if (format !== 'parquet') return text(stream, isExtraction(format) ? '' : '\n'); // a blank line between chapters
  const { parquet } = await import('./parquet.js');
  return parquet(stream, engine.format ?? 'markdown', partsOf(engine));
}

/** What of an extraction has a column. */
function partsOf({ parts = [], chunks }: Settings['engine']): string[] {
  return [...parts, ...(chunks === undefined || chunks === false ? [] : ['chunks'])];
}

async function inFolder(path: string, settings: Settings, several: boolean): Promise<Destination> {
  const { skipExisting, dryRun, watch } = settings.own;
  const journal = dryRun || watch ? undefined : await journalIn(path, settings);
  const nameOf = (target: string) => join(path, target);
  return {
    // What has changed while it is watched is written again.
    sink: folder(path, journal?.run ?? '', watch ? () => false : several ? () => true : mayClash),
    folder: path,
    nameOf,
    isDone: async (target) =>
      skipExisting ? exists(nameOf(target)) : ((await journal?.isDone(nameOf(target))) ?? false),
    complete: async () => journal?.remove(),
  };
}

/** Whether there may be more than one document. */
async function areSeveral(operands: readonly string[]): Promise<boolean> {
  const [first = '-'] = operands;
  if (operands.length !== 1) return operands.length > 1;
  const stats = await stat(first).catch(() => undefined);
  return stats === undefined ? picomatch.scan(first).isGlob : stats.isDirectory();
}
