import { Buffer } from 'node:buffer';
import type { Call } from '../call.js';
import { reasonOf, watch } from '../calls/abort.js';
import { calls, type PendingCall, started } from '../calls/calls.js';
import { type Deferred, settleNow } from '../calls/outcome.js';
import { ConvertError } from '../errors.js';
import type { NativeInput } from '../native/binding.js';
import { PushStatus } from '../native/border.generated.js';
import { inSlices, nativeInput, nativeLength } from '../native/input.js';
import { engine, pool } from '../native/load.js';
import { isFull, refusal } from '../native/status.js';
import { Cutter } from './cut.js';

/** How many pieces of a stream wait or are converted at a time: one more, so that the next is there when one is done. */
export const mostInFlight = 2;

interface Piece extends Deferred {
  input: NativeInput;
  last: boolean;
}

/**
 * A document on its way through the addon, in pieces. It is over when the last has been sent and has come back, when one fails, or
 * when it is stopped; then it holds nothing.
 */
export class StreamedDocument {
  readonly #json: string;
  readonly #stream: object | undefined; // undefined without workers
  readonly #cutter = new Cutter();
  readonly #kept: NativeInput[] = []; // without workers: all of it
  readonly #waiting: Piece[] = []; // for room, in their order
  readonly #inFlight = new Set<PendingCall>();
  #stopped: { reason: unknown } | undefined;
  #unwatch: (() => void) | undefined;

  /** `stop` is called with the reason when the call is aborted or out of time. */
  constructor(json: string, call: Call | undefined, stop: (reason: unknown) => void) {
    const opened = pool.streamOpen();
    if (typeof opened === 'number' && opened !== PushStatus.noWorkers) throw refusal(opened);
    this.#json = json;
    this.#stream = typeof opened === 'number' ? undefined : opened;
    try {
      if (call !== undefined) this.#watch(call, stop);
    } catch (error) {
      this.stop(error);
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
    return this.#cutter.cut(chunk);
  }

  /**
   * Sends a piece, which waits while there is no room for it. Resolves with the Markdown that is certain then, '' if there is none.
   * Rejects with the reason once the document has been stopped.
   */
  send(piece: NativeInput): Promise<string> {
    return this.#send(piece, false);
  }

  /** Reports whether a piece that was sent waits for room: until it has been copied, its chunk must not change. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Ends the document. */
  async end(): Promise<string> {
    try {
      return await this.#send(this.#cutter.rest(), true);
    } finally {
      this.stop(undefined);
    }
  }

  /** Drops the document: what is in flight is cancelled, and rejects with the reason. */
  stop(reason: unknown): void {
    this.#unwatch?.();
    if (this.#stopped !== undefined) return;
    this.#stopped = { reason };
    this.#kept.length = 0;
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
    // The last first, which can be taken back: no piece after it waits for it.
    for (const call of [...this.#inFlight].reverse()) calls.abandon(call, reason);
    this.#inFlight.clear();
    if (this.#stream === undefined) return;
    pool.streamClose(this.#stream);
    calls.ended();
  }

  #send(input: NativeInput, last: boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#stopped !== undefined) return reject(this.#stopped.reason);
      const piece = { input, last, resolve, reject };
      if (this.#stream === undefined) return this.#keep(piece);
      this.#waiting.push(piece);
      if (this.#waiting.length === 1 && !this.#sendWaiting()) {
        calls.backpressure.wait(() => this.#sendWaiting());
      }
    });
  }

  // Returns false if there is no room for the first.
  #sendWaiting(): boolean {
    for (let piece = this.#waiting[0]; piece !== undefined; piece = this.#waiting[0]) {
      const status = this.#trySend(piece);
      if (isFull(status)) return false;
      this.#waiting.shift();
      if (status !== started) piece.reject(refusal(status));
    }
    return true;
  }

  #trySend(piece: Piece): number {
    if (calls.isClosing) {
      piece.reject(new ConvertError('ERR_CLOSED', 'The stream went on after close()'));
      return started;
    }
    try {
      const input = nativeInput(piece.input); // A buffer may have lost its memory while the piece waited.
      const length = nativeLength(input);
      const call = calls.begin(piece);
      const status = calls.submit(call, (client, token) =>
        pool.streamSend(client, this.#stream as object, this.#json, input, length, piece.last, token),
      );
      if (status !== started) return status;
      this.#track(call);
    } catch (error) {
      piece.reject(error);
    }
    return started;
  }

  // A function of its own: one made where the piece is would hold it, and the Markdown by its promise, until a major collection.
  #track(call: PendingCall): void {
    this.#inFlight.add(call);
    call.unwatch = () => this.#inFlight.delete(call);
  }

  // Without workers the document is kept, and converted in place when it is whole.
  #keep({ input, last, ...deferred }: Piece): void {
    this.#kept.push(input);
    const whole = last ? joined(this.#kept) : '';
    settleNow(deferred, last ? engine.convertSync(this.#json, inSlices(whole), nativeLength(whole)) : '');
  }
}

function joined(pieces: NativeInput[]): NativeInput {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array)));
}
