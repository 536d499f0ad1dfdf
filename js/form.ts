import { type Call, callNames } from './call.js';
import { invalidOption } from './errors.js';

/** What the Markdown of a call comes as. */
export interface Output {
  /**
   * A string, or a `Uint8Array` of UTF-8, for what is to be written to a file or a socket: nothing of it is copied or made a string of on the
   * thread that calls. Its memory is the worker's, until it is collected.
   *
   * @default 'string'
   */
  output?: 'string' | 'bytes' | undefined;
}

/** What belongs to one asynchronous call that can give bytes. */
export interface OutputCall extends Call, Output {}

/** What belongs to one stream of Node.js. */
export interface StreamCall extends Call {
  /**
   * The encoding of `Buffer` in which chunks are strings, as that of a `Readable`. `'utf8'` costs least.
   *
   * @default undefined (chunks are Buffers of UTF-8)
   */
  encoding?: string | undefined;
}

/** What belongs to one asynchronous conversion. */
export interface ConvertCall extends OutputCall {
  /**
   * Takes the memory of an ArrayBuffer over, or of a view of all of one, which is detached then, also if the call fails: it is read where it is
   * and not copied. What cannot be transferred is copied: strings, parts of buffers, shared memory; `stats()` counts how often.
   *
   * @default false
   */
  transfer?: boolean | undefined;
}

/** The names of `Output`. */
export const outputNames: readonly string[] = ['output'];

/** The names of `ConvertCall` that `Call` has not. */
export const formNames: readonly string[] = [...outputNames, 'transfer'];

/** The names of `OutputCall`. */
export const outputCallNames: readonly string[] = [...callNames, ...outputNames];

/** The names of `StreamCall`. */
export const streamNames: readonly string[] = [...callNames, 'encoding'];

/** Reads and checks whether `source`, an object called `name` in messages, asks for bytes. */
export function wantsBytes({ output }: Output, name: string): boolean {
  if (output === undefined || output === 'string') return false;
  if (output === 'bytes') return true;
  throw invalidOption("'string' or 'bytes'", `${name}.output`, output);
}

/** Reads and checks whether `source` hands over its document. */
export function handsOver({ transfer }: ConvertCall, name: string): boolean {
  if (transfer === undefined || typeof transfer === 'boolean') return transfer === true;
  throw invalidOption('a boolean', `${name}.transfer`, transfer);
}
