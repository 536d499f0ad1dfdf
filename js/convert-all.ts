import { pool } from './backend/load.js';
import { type Call, callNames, readCall, requireCall } from './call.js';
import { ReadAhead } from './calls/read-ahead.js';
import { submitWhenRoom } from './calls/submit.js';
import type { Markdown } from './convert.js';
import type { Encoded } from './encoded.js';
import { invalidArg, invalidOption } from './errors.js';
import { type ConvertCall, formNames, handsOver, wantsBytes } from './form.js';
import { isUint8Array, utf8Bytes } from './host/node.js';
import type { Inputs } from './input.js';
import { formOf } from './native/form.js';
import { takenOver } from './native/transfer.js';
import { isUnread } from './native/unread.js';
import type { Options } from './options.generated.js';
import { checkedOptions } from './options.js';
import { converseWhenRoom } from './streams/converse.js';
import { convertUnread } from './streams/whole.js';

/** What belongs to one iteration of `convertAll`. `timeout` is for each document by itself, from when it has been read. */
export interface CallAll extends Call {
  /**
   * How many documents there may be at a time, read, being converted or waiting to be taken, beside the one that the caller
   * has. It bounds the memory: the source is not read further ahead.
   *
   * @default 8 for each of `stats().workers`
   */
  concurrency?: number | undefined;
  /**
   * What becomes of a document that cannot be converted: its error is thrown in its turn, which ends the iteration, or the
   * outcomes of all documents are yielded, as those of `Promise.allSettled`.
   *
   * @default 'throw'
   */
  errors?: 'throw' | 'settle' | undefined;
}

/** The same with the form of the Markdown, and of the documents. */
export interface ConvertAllCall extends CallAll, ConvertCall {}

/**
 * Converts the documents of an iterable or async iterable, several at a time, and yields their Markdown in the same order.
 * The source may be endless: it is read as the Markdown is taken, no more than `concurrency` documents ahead. While the
 * pool's queue is full it waits, where {@link convert} rejects with `ERR_QUEUE_FULL`.
 *
 * Nothing is read before the first `next()`. When the iteration ends early, by `break`, an error or the signal, what is in
 * flight is cancelled, and the source is closed by its `return()`.
 *
 * @param inputs - a document each, a response or a stream to read one from, or a promise of one. Bytes are copied before the next document is read
 * @param options - how to write the Markdown; also `concurrency`, `errors`, `signal` and `timeout`
 * @returns An async generator. All errors reject its `next()`: wrong arguments, those of the source, `signal.reason` after an
 * abort, and with `errors: 'throw'` those of the documents.
 *
 * @example
 * for await (const markdown of convertAll(pages, { concurrency: 16 })) await save(markdown);
 *
 * for await (const outcome of convertAll(pages, { errors: 'settle' })) {
 *   if (outcome.status === 'fulfilled') await save(outcome.value);
 * }
 */
export function convertAll(
  inputs: Inputs,
  options: Options & ConvertAllCall & { errors: 'settle'; output: 'bytes' },
): AsyncGenerator<PromiseSettledResult<Uint8Array<ArrayBuffer>>, void, undefined>;
export function convertAll(
  inputs: Inputs,
  options: Options & ConvertAllCall & { errors?: 'throw' | undefined; output: 'bytes' },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
export function convertAll(
  inputs: Inputs,
  options: Options & ConvertAllCall & { errors: 'settle'; output?: 'string' | undefined },
): AsyncGenerator<PromiseSettledResult<string>, void, undefined>;
export function convertAll(
  inputs: Inputs,
  options?: Options & ConvertAllCall & { errors?: 'throw' | undefined; output?: 'string' | undefined },
): AsyncGenerator<string, void, undefined>;
export function convertAll(
  inputs: Inputs,
  options?: Options & ConvertAllCall & { output?: 'string' | undefined },
): AsyncGenerator<string | PromiseSettledResult<string>, void, undefined>;
export function convertAll(
  inputs: Inputs,
  options?: Options & ConvertAllCall,
): AsyncGenerator<Markdown | PromiseSettledResult<Markdown>, void, undefined>;
export function convertAll(
  inputs: Inputs,
  options?: Options & ConvertAllCall,
): AsyncGenerator<Markdown | PromiseSettledResult<Markdown>, void, undefined> {
  return convertInOrder(
    inputs,
    () => ({
      options: checkedOptions(options, convertAllNames),
      call: readConvertAllCall(options ?? {}, 'options'),
    }),
    asMarkdown,
  );
}

/** {@link convertAll} as the method of a converter, whose options are checked already. */
export const convertAllAs = (
  options: Encoded,
  inputs: Inputs,
  call: ConvertAllCall,
): AsyncGenerator<Markdown | PromiseSettledResult<Markdown>, void, undefined> =>
  convertInOrder(
    inputs,
    () => ({ options, call: readConvertAllCall(requireCall(call, convertAllNames), 'call') }),
    asMarkdown,
  );

/** What native code makes of a document is its Markdown. */
const asMarkdown = (outcome: Markdown): Markdown => outcome;

/** The names of `CallAll`. */
export const callAllNames: readonly string[] = [...callNames, 'concurrency', 'errors'];

/** The names of `ConvertAllCall`. */
const convertAllNames: readonly string[] = [...callAllNames, ...formNames];

type CheckedCallAll = Call & { concurrency: number; errors: 'throw' | 'settle'; bytes?: boolean; transfer?: boolean };

/** Reads and checks what `source` says about an iteration of `convertAll`. */
const readConvertAllCall = (source: ConvertAllCall, name: string): CheckedCallAll => ({
  ...readCallAll(source, name),
  bytes: wantsBytes(source, name),
  transfer: handsOver(source, name),
});

/** Reads and checks what `source`, an object called `name` in messages, says about the iteration. */
export function readCallAll(source: CallAll, name: string): CheckedCallAll {
  const { concurrency = usualConcurrency(), errors = 'throw' } = source;
  if (!(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= most)) {
    throw invalidOption(`an integer from 1 to ${most}`, `${name}.concurrency`, concurrency);
  }
  if (errors !== 'throw' && errors !== 'settle') throw invalidOption("'throw' or 'settle'", `${name}.errors`, errors);
  return { ...readCall(source, name), concurrency, errors };
}

const most = 65_536;

// Enough that small documents come in batches and that workers do not wait for the reader.
const perWorker = 8;
let workers: number | undefined;

// The number of workers never changes; there are none in an addon that was built without async_runtime.
function usualConcurrency(): number {
  workers ??= pool.stats().workers;
  return Math.min(perWorker * Math.max(1, workers), most);
}

/**
 * {@link convertAll} with arguments that are checked when the iteration begins: a generator throws nothing before. `read` reads what native
 * code makes of a document when it is its turn.
 */
export function convertInOrder<M extends Markdown, T>(
  inputs: Inputs,
  check: () => { options: Encoded; call: CheckedCallAll },
  read: (outcome: M) => T,
): AsyncGenerator<T | PromiseSettledResult<T>, void, undefined> {
  let ahead: ReadAhead | undefined;
  async function* iterate(): AsyncGenerator<T | PromiseSettledResult<T>, void, undefined> {
    requireInputs(inputs);
    const { options, call } = check();
    ahead = new ReadAhead(inputs, call.concurrency, whenRoom(options, call), call);
    try {
      for (let outcome = await ahead.take(); outcome !== undefined; outcome = await ahead.take()) {
        if (outcome.status === 'rejected') {
          if (call.errors === 'throw') throw outcome.reason;
          yield outcome;
        } else {
          const value = read(outcome.value as M);
          if (call.errors === 'throw') yield value as Awaited<T>;
          else yield { status: 'fulfilled', value };
        }
      }
    } catch (error) {
      await ahead.stop().catch(() => undefined); // what was thrown first counts
      throw error;
    } finally {
      await ahead.stop();
    }
  }
  // A generator puts `return` off until its pending `next` has settled, which may wait for the source for ever.
  const generator = iterate();
  const { return: finish, throw: fail } = generator;
  const own = (method: 'return' | 'throw', value: unknown) =>
    // Not an assignment, which frozen intrinsics refuse for the name of a method of theirs.
    Object.defineProperty(generator, method, { value, writable: true, configurable: true });
  own('return', (value: void | PromiseLike<void>) => {
    ahead?.interrupt();
    return finish.call(generator, value);
  });
  own('throw', (error: unknown) => {
    ahead?.interrupt();
    return fail.call(generator, error);
  });
  return generator;
}

function whenRoom(
  options: Encoded,
  { bytes = false, transfer = false }: CheckedCallAll,
): ConstructorParameters<typeof ReadAhead>[2] {
  const { json, asked } = options;
  return (html, call, onTaken) => {
    if (isUnread(html)) {
      onTaken(); // It is read while others are.
      return convertUnread(options, html, call, bytes);
    }
    const taken = transfer ? takenOver(html) : undefined;
    const document = taken ?? html;
    if (asked === undefined) return submitWhenRoom(json, document, call, formOf(bytes, taken !== undefined), onTaken);
    const markdown = converseWhenRoom(json, asked, document, call, onTaken);
    return bytes ? markdown.then((text) => utf8Bytes(text) as Uint8Array<ArrayBuffer>) : markdown;
  };
}

// Text and bytes can be iterated over too, but never as documents.
function requireInputs(inputs: unknown): asserts inputs is Inputs {
  const iterable =
    typeof inputs === 'object' && inputs !== null && (Symbol.asyncIterator in inputs || Symbol.iterator in inputs);
  if (iterable && !isUint8Array(inputs)) return;
  throw invalidArg('an iterable or async iterable of documents', 'inputs', inputs);
}
