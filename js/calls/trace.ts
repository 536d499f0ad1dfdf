import { ConvertError } from '../errors.js';
import { tracing, utf8Length } from '../host/node.js';
import type { NativeInput } from '../native/binding.js';
import type { Markdown } from '../native/form.js';
import { nativeLength } from '../native/input.js';

/**
 * What subscribers of the tracing channel `tidemark:convert` are given: one object for each asynchronous call, the same one
 * for all of the call's events. The last four are there once the call has settled, before `asyncStart` is published.
 */
export interface ConvertTrace {
  /** What the input is; a stream is what was to be read first, a response for example. */
  input: 'string' | 'bytes' | 'stream';
  /** Bytes of the input, of a string as UTF-8, of a stream those that have been read so far. */
  inputBytes: number;
  /** Milliseconds from the call to its end, waiting included. */
  duration?: number;
  /** How the call ended: a `ConvertError`, `aborted`, for which the error is the signal's reason, or Markdown. */
  outcome?: 'fulfilled' | 'rejected' | 'aborted';
  /** The Markdown, if there is any: UTF-8 where bytes were asked for. */
  result?: string | Uint8Array<ArrayBuffer>;
  /** What the call rejected with, if it did; a `ConvertError` has a `code`. */
  error?: unknown;
}

// Made by the first call.
let channel: ReturnType<typeof tracing<unknown, ConvertTrace>> | undefined;

/** Makes the call, and publishes what becomes of it if somebody listens. */
export function traced<T extends Markdown>(input: NativeInput, call: () => Promise<T>): Promise<T> {
  channel ??= tracing<unknown, ConvertTrace>('tidemark:convert');
  if (!channel.hasSubscribers) return call();
  const trace = typeof input === 'string' ? text(input) : bytes(input);
  return told(channel, trace, call, (error) => !(error instanceof ConvertError));
}

/** As traced, for an input that is read meanwhile: the call says what, if it is given a function to say so. */
export function tracedReading<T extends Markdown>(
  call: (onRead?: (piece: NativeInput) => void) => Promise<T>,
  isAborted: () => boolean,
): Promise<T> {
  channel ??= tracing<unknown, ConvertTrace>('tidemark:convert');
  if (!channel.hasSubscribers) return call();
  const trace: ConvertTrace = { input: 'stream', inputBytes: 0 };
  const count = (piece: NativeInput) => {
    trace.inputBytes += typeof piece === 'string' ? utf8Length(piece) : nativeLength(piece);
  };
  return told(channel, trace, () => call(count), isAborted);
}

function told<T extends Markdown>(
  listened: NonNullable<typeof channel>,
  trace: ConvertTrace,
  call: () => Promise<T>,
  isAborted: (error: unknown) => boolean,
): Promise<T> {
  const started = performance.now();
  const end = (outcome: NonNullable<ConvertTrace['outcome']>) => {
    trace.duration = performance.now() - started;
    trace.outcome = outcome;
  };
  // The channel's promise is of Node.js's own realm, and rejects if a subscriber has made the trace one that cannot be written to.
  // So the call's own is what the caller gets, when the subscribers have been told.
  return new Promise((resolve) => {
    let called: Promise<T> | undefined;
    const watched = () => {
      called = call();
      return called.then(
        (markdown) => {
          end('fulfilled');
          return markdown;
        },
        (error) => {
          end(isAborted(error) ? 'aborted' : 'rejected');
          throw error;
        },
      );
    };
    const settled = () => resolve(called as Promise<T>);
    listened.tracePromise(watched, trace).then(settled, settled);
  });
}

const text = (input: string): ConvertTrace => ({ input: 'string', inputBytes: utf8Length(input) });
const bytes = (input: Uint8Array): ConvertTrace => ({ input: 'bytes', inputBytes: nativeLength(input) });
