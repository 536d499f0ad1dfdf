import { type Call, reasonOf, watch } from './abort.js';
import type { NativeInput } from './binding.js';
import { type ConvertError, invalidArg } from './errors.js';
import { nativeInput } from './input.js';
import { type OpenStream, openStream } from './open-stream.js';

// A piece is copied on the event loop, and no longer than this at a time.
const pieceLength = 2 ** 16;

/** How many pieces of a stream wait or are converted at a time: one more, so that the next is there when one is done. */
export const mostInFlight = 2;

/**
 * A document on its way through the addon, in pieces. It is over when the last has been sent and has come back, when one fails, or
 * when it is stopped; then it holds nothing.
 */
export class Pieces {
  readonly #stream: OpenStream;
  #unwatch: (() => void) | undefined;
  // The first half of a pair of surrogates that a string ended with.
  #half = '';

  /** `stop` is called with the reason when the call is aborted or out of time. */
  constructor(json: string, call: Call | undefined, stop: (reason: unknown) => void) {
    this.#stream = openStream(json);
    try {
      if (call !== undefined) this.#watch(call, stop);
    } catch (error) {
      this.#stream.close(error);
      throw error;
    }
  }

  #watch(call: Call, stop: (reason: unknown) => void): void {
    const { signal } = call;
    // Not before the caller has what it is to stop. Not queueMicrotask, which fake timers replace.
    if (signal?.aborted) Promise.resolve().then(() => stop(reasonOf(signal)));
    else this.#unwatch = watch(call, stop);
  }

  /** Cuts a chunk into pieces. Throws ERR_INVALID_ARG, and then nothing of it has been sent. */
  cut(chunk: unknown): NativeInput[] {
    const input = nativeInput(chunk);
    if (typeof input === 'string') return this.#cutText(input);
    const pieces: NativeInput[] = [];
    for (let start = 0; start < input.length; start += pieceLength)
      pieces.push(input.subarray(start, start + pieceLength));
    return pieces;
  }

  #cutText(chunk: string): string[] {
    const text = this.#half + chunk;
    const end = isLead(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
    this.#half = text.slice(end);
    const pieces: string[] = [];
    for (let start = 0; start < end; ) {
      let next = Math.min(start + pieceLength, end);
      if (next < end && isLead(text.charCodeAt(next - 1))) next--;
      pieces.push(text.slice(start, next));
      start = next;
    }
    return pieces;
  }

  /** Sends a piece. The Markdown that is certain then is '' if there is none. */
  send(piece: NativeInput): Promise<string> {
    return this.#stream.send(piece, false);
  }

  /** Whether a piece that was sent waits for room: until it has been copied, its chunk must not change. */
  get isWaiting(): boolean {
    return this.#stream.isWaiting;
  }

  /** Ends the document. */
  async end(): Promise<string> {
    try {
      return await this.#stream.send(this.#half, true);
    } finally {
      this.stop(undefined);
    }
  }

  /** Drops the document: what is in flight is cancelled, and rejects with the reason. */
  stop(reason: unknown): void {
    this.#unwatch?.();
    this.#stream.close(reason);
  }
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The error for a source that cannot be read. */
export function invalidSource(source: unknown): ConvertError {
  return invalidArg('an async iterable, iterable or ReadableStream', 'source', source);
}
