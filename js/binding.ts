import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ConvertErrorCode } from './errors.js';
import { defaultMemoryLimit } from './memory-limit.js';
import { type Shortage, shortage } from './preflight.js';
import type { Stats } from './stats.js';

/** A failure as native code reports it. It never throws: errors are made here, in the caller's realm. */
export interface Failure {
  code: ConvertErrorCode;
  message: string;
}

/** What native code is given, for work on this thread a long string in slices: it copies the content before the call returns. */
export type NativeInput = string | Uint8Array;

/** What build/tidemark.node exports. Wrong-typed arguments are refused before these are called. */
export interface Binding {
  /**
   * Registers a function that is called with `token, outcome, token, outcome, ...`, or without arguments in the turn of the event loop
   * that was asked for by `turn`. The caller must keep it alive. Results of `externalFrom` bytes and more are
   * external strings, unless it is 0.
   */
  attach(onSettled: (...batch: readonly unknown[]) => void, externalFrom: number): number;
  /**
   * Returns the id of the job (above 0), or why it was not taken (below 0). It may leave the workers asleep: the caller must call
   * `wakeWorkers` once the code that called has run.
   */
  submit(client: number, optionsJson: string, input: NativeInput, length: number, token: number): number;
  wakeWorkers(): void;
  /** What stands for a text of so many code units that is given part by part, or why it is not taken (below 0). */
  draftOpen(optionsJson: string, length: number): object | number;
  /** Adds a part in slices. Returns false without memory, and then the draft is no more. */
  draftAppend(draft: object, slices: readonly string[], last: boolean): boolean;
  /** As submit. */
  draftSubmit(client: number, draft: object, token: number): number;
  draftDrop(draft: object): void;
  /** What stands for a stream, or why there is none (below 0). */
  streamOpen(): object | number;
  /** As submit, for the next piece of a document; `last` ends it. */
  streamSend(
    client: number,
    stream: object,
    optionsJson: string,
    input: NativeInput,
    length: number,
    last: boolean,
    token: number,
  ): number;
  streamClose(stream: object): void;
  /** Asks for a call in the next turn of the event loop, whatever has become of the timers. Returns whether it will come. */
  turn(client: number): boolean;
  cancel(id: number): void;
  /** A number is why the call was refused, as that of submit. */
  convertSync(optionsJson: string, input: NativeInput | readonly string[], length: number): string | Failure | number;
  checkOptions(optionsJson: string): undefined | Failure | number;
  /** -1 leaves a setting as it is. */
  configure(concurrency: number, maxQueue: number, maxQueuedBytes: number, memoryLimit: number): void;
  /** Sets the memory limit of the process unless it has been set. */
  suggestMemoryLimit(bytes: number): void;
  stats(): Stats;
  release(): void;
  version: string;
}

/** The native addon. A broken installation fails here, when the package is loaded, and not in the first call. */
export const binding: Binding = load();
binding.suggestMemoryLimit(defaultMemoryLimit());

function load(): Binding {
  const chosen = process.env['TIDEMARK_BINARY_PATH'];
  const file = chosen || join(__dirname, '..', 'build', 'tidemark.node');
  const isChosen = chosen !== undefined && chosen !== '';
  const short = shortage(file);
  if (short !== undefined) throw new Error(report(file, isChosen, short));
  try {
    return require(file) as Binding;
  } catch (cause) {
    throw new Error(explain(file, isChosen, cause), { cause });
  }
}

function explain(file: string, chosen: boolean, cause: unknown): string {
  const found = existsSync(file);
  const why = found ? String((cause as Error | undefined)?.message ?? cause).split('\n')[0] : 'no such file';
  return report(file, chosen, { why: why as string, remedy: remedy(found, chosen) });
}

function report(file: string, chosen: boolean, { why, remedy }: Shortage): string {
  return [
    `tidemark could not load its native addon on ${process.platform}-${process.arch}, Node.js ${process.version}.`,
    'Tried:',
    `  ${file}${chosen ? ' (from TIDEMARK_BINARY_PATH)' : ''}: ${why}`,
    'What to do:',
    `  ${remedy}`,
  ].join('\n');
}

function remedy(found: boolean, chosen: boolean): string {
  if (isMusl()) {
    return 'Alpine Linux and other systems with musl cannot load addons written in Go yet (golang/go#54805). Use an image with glibc, such as node:22-slim.';
  }
  if (chosen) return 'Let TIDEMARK_BINARY_PATH name an addon built for this platform, or unset it.';
  const rebuild = 'run `npm rebuild tidemark` with Go 1.25 or newer and a C compiler installed.';
  if (!found)
    return `The addon is built on installation, unless scripts are switched off (--ignore-scripts): ${rebuild}`;
  return `The addon was probably built on another platform or system: ${rebuild}`;
}

// Node.js built against glibc says so in its report; the network part of a report can take seconds. A runtime may refuse to make one,
// as Deno does without permission, which must not hide why the addon was not loaded.
function isMusl(): boolean {
  try {
    return process.platform === 'linux' && process.report !== undefined && !reportsGlibc();
  } catch {
    return false;
  }
}

function reportsGlibc(): boolean {
  const report = process.report as typeof process.report & { excludeNetwork?: boolean };
  const before = report.excludeNetwork;
  report.excludeNetwork = true;
  const { header } = report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  if (before !== undefined) report.excludeNetwork = before;
  return header.glibcVersionRuntime !== undefined;
}
