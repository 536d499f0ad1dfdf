import type { ConvertErrorCode, Stats } from './border.generated.js';

// What native code offers. It never throws: errors are made by the wrapper, in the caller's realm. Wrong-typed arguments are refused
// before these functions are called.

/** A failure as native code reports it. */
export interface Failure {
  code: ConvertErrorCode;
  message: string;
}

/** An outcome as native code reports it: the Markdown, as text or as UTF-8, what rules ask, a failure, or a status for a call that was refused. */
export type Outcome = string | ArrayBuffer | Failure | number;

/** A document as native code takes it, for work on this thread a long string in slices: the content is copied before the call returns. */
export type NativeInput = string | Uint8Array;

/** What works on the calling thread: all that a build without threads has. */
export interface Engine {
  readonly version: string;
  convertSync(optionsJson: string, input: NativeInput | readonly string[], length: number, form: number): Outcome;
  checkOptions(optionsJson: string): undefined | Failure | number;
  /** Returns what a CSS selector says, as JSON. */
  describeSelector(selector: string): Outcome;
  /** Returns what stands for a document that is given in pieces, or why there is none (below 0). */
  documentOpen(): object | number;
  /** Takes the next piece; `last` ends the document. After what rules ask it takes what they answer. */
  documentSend(
    document: object,
    optionsJson: string,
    input: NativeInput | readonly string[],
    length: number,
    last: boolean,
  ): Outcome;
  documentClose(document: object): void;
}

/** What carries out calls on other threads. */
export interface Pool {
  /**
   * Registers a function that is called with `token, outcome, token, outcome, ...`, or without arguments in the turn of the event loop
   * that was asked for by `turn`, and for `watchMemory`. The caller must keep it alive. Texts of `externalFrom` bytes and more are external
   * strings, unless it is 0.
   */
  attach(onSettled: (...batch: readonly unknown[]) => void, externalFrom: number): number;
  /**
   * Returns the id of the job (above 0), or why it was not taken (below 0). It may leave the workers asleep: the caller must call
   * `wakeWorkers` once the code that called has run. The form is 0, or of `outputBytes`, `outputExternal` and `inputLent`.
   */
  submit(client: number, optionsJson: string, input: NativeInput, length: number, token: number, form: number): number;
  wakeWorkers(): void;
  /** Returns what stands for a text of so many code units that is given part by part, or why it is not taken (below 0). */
  draftOpen(optionsJson: string, length: number, form: number): object | number;
  /** Adds a part in slices. Returns false without memory, and then the draft is no more. */
  draftAppend(draft: object, slices: readonly string[], last: boolean): boolean;
  /** As submit. */
  draftSubmit(client: number, draft: object, token: number): number;
  draftDrop(draft: object): void;
  /** Returns what stands for a stream, or why there is none (below 0). */
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
    form: number,
  ): number;
  streamClose(stream: object): void;
  /** Asks for a call in the next turn of the event loop, whatever has become of the timers. Reports whether it will come. */
  turn(client: number): boolean;
  /**
   * While `watches`, asks for a call after memory has been given back, in any environment, and holds the process open. Reports whether
   * it will come.
   */
  watchMemory(client: number, watches: boolean): boolean;
  cancel(id: number): void;
  /** -1 leaves a setting as it is. */
  configure(concurrency: number, maxQueue: number, maxQueuedBytes: number, memoryLimit: number): void;
  /** Sets the memory limit of the process unless it has been set. */
  suggestMemoryLimit(bytes: number): void;
  stats(): Stats;
  /** Gives up the handle by which workers wake this thread: now, or when the last call in flight has come back. */
  release(): void;
}

/** What build/tidemark.node exports. */
export interface Binding extends Engine, Pool {}
