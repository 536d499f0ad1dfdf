// What the host gives that is not of JavaScript itself: here Node.js, Bun or Deno. Builds for other hosts have js/host/web.ts in its place.
import type { TracingChannel } from 'node:diagnostics_channel';
import type { Transformer } from 'node:stream/web';
import * as timers from 'node:timers';
import { inspect as inspectValue, types } from 'node:util';

/** What takes longer to load than all of this package, and most programs need elsewhere or never. */
export const newTransformStream = <I, O>(transformer: Transformer<I, O>): TransformStream<I, O> =>
  new (process.getBuiltinModule('node:stream/web').TransformStream)(transformer) as TransformStream<I, O>;

export const { isUint8Array, isArrayBuffer, isNativeError } = types;

/** Prints a value on one line, and runs no code of the caller's but getters of `Symbol.toStringTag`. */
export function inspect(value: unknown): string {
  const printed = inspectValue(value, {
    breakLength: Infinity,
    compact: true,
    customInspect: false,
    depth: 1,
    maxArrayLength: 5,
    maxStringLength: 80,
  });
  return printed.replaceAll(/\s*\n\s*/g, ' '); // Errors are printed with their stack.
}

/** Calls `act` after so many milliseconds, if the process lives as long, for which it `holds` it or not. Returns a function that prevents it. */
export function after(milliseconds: number, act: () => void, holds: boolean): () => void {
  const timer = timers.setTimeout(act, milliseconds);
  if (!holds) timer.unref();
  return () => timers.clearTimeout(timer);
}

/** Calls `act` in the next turn of the event loop. */
export function nextTurn(act: () => void): void {
  timers.setImmediate(act);
}

/** How many bytes a text is as UTF-8. */
export const utf8Length = (text: string): number => Buffer.byteLength(text);

/** The bytes of a text as UTF-8. */
export const utf8Bytes = (text: string): Uint8Array => Buffer.from(text);

/** The bytes of a buffer from an offset on, as `utf8Text` takes them. */
export const viewOf = (buffer: ArrayBuffer, offset = 0): Uint8Array => Buffer.from(buffer, offset);

/** The text that such bytes are between two places. */
export const utf8Text = (view: Uint8Array, start: number, end: number): string =>
  (view as Buffer).toString('utf8', start, end);

export const concatenated = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

/** A channel for those who trace calls. */
export const tracing = <S, C extends object>(name: string): TracingChannel<S, C> =>
  process.getBuiltinModule('node:diagnostics_channel').tracingChannel(name) as TracingChannel<S, C>;

/** From how many bytes on a result is better a string that native code holds; 0 if none is. */
export const externalFrom = costOfCopies();

// Copies of long strings fill V8's young generation, and from 128 KiB on it maps memory for each and gives it back to the system after,
// which holds the event loop longer than all else that a call does. Since Node.js 26 it keeps such memory, and of other runtimes,
// Bun has slow external strings.
function costOfCopies(): number {
  const { node, bun, deno } = process.versions;
  return bun === undefined && deno === undefined && Number.parseInt(node, 10) < 26 ? 32 * 1024 : 0;
}

const isNode = process.versions['bun'] === undefined && process.versions['deno'] === undefined;

/**
 * Says whether bytes may be a buffer that native code holds. Other threads have buffers of V8's own: such can be transferred, and those of
 * native code must not outlive the thread, if code moves them to another.
 */
export const hasExternalBytes = (): boolean => isNode && isMainThread();

// Asked once it matters: a program that has no threads need not load what has them.
let mainThread: boolean | undefined;

function isMainThread(): boolean {
  mainThread ??= process.getBuiltinModule('node:worker_threads').isMainThread;
  return mainThread;
}

/** Whether native code may read a buffer where it is, on other threads: the end of a thread must wait for that. */
export const lends = isNode;

const cloned = (buffer: ArrayBuffer): ArrayBuffer => structuredClone(buffer, { transfer: [buffer] });

let move: typeof cloned | undefined;

// From Node.js 21 on V8's own transfer takes a fraction of the time, but does not know what Node.js has been asked to leave where it is, such as
// the memory of small Buffers.
function fastest(): typeof cloned {
  const { transfer } = ArrayBuffer.prototype as { transfer?: () => ArrayBuffer };
  const { isMarkedAsUntransferable: isMarked } = process.getBuiltinModule('node:worker_threads') as {
    isMarkedAsUntransferable?: (buffer: ArrayBuffer) => boolean;
  };
  if (transfer === undefined || isMarked === undefined) return cloned;
  return (buffer) => (isMarked(buffer) ? cloned(buffer) : transfer.call(buffer));
}

/** Transfers a buffer; what cannot be transferred is copied, or an error is thrown. */
export function transferred(buffer: ArrayBuffer): ArrayBuffer {
  move ??= fastest();
  return move(buffer);
}
