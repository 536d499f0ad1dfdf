import { engine, pool } from '../backend/load.js';
import type { Call } from '../call.js';
import { reasonOf, watch } from '../calls/abort.js';
import { calls, type PendingCall, started } from '../calls/calls.js';
import { unitsEachTurn } from '../calls/copy-in-turns.js';
import { type Answered, type Deferred, markdownOf, settleNow } from '../calls/outcome.js';
import type { Encoded } from '../encoded.js';
import { concatenated, utf8Bytes } from '../host/node.js';
import type { NativeInput, Outcome } from '../native/binding.js';
import { PushStatus } from '../native/border.generated.js';
import { formOf } from '../native/form.js';
import { inSlices, nativeInput, nativeLength } from '../native/input.js';
import { closedError, isFull, refusal } from '../native/status.js';
import { Conversation } from '../rules/asked.js';
import { Cutter } from './cut.js';
import { LocalDocument } from './local.js';

/** How many pieces of a stream wait or are converted at a time: one more, so that the next is there when one is done. */
export const mostInFlight = 2;

interface Piece extends Deferred {
  input: NativeInput;
  last: boolean;
  /** Called when the input has been copied, or never will be. */
  onTaken: (() => void) | undefined;
}

/** How the whole of a document is handed over. */
export interface HandOver {
  /** Whether it waits for room; else it is refused where there is none. */
  waits: boolean;
  /** Called when it has been copied, or never will be. */
  onTaken?: () => void;
}

/**
 * A document on its way through the addon, in pieces. It is over when the last has been sent and has come back, when one fails, or
 * when it is stopped; then it holds nothing.
 */
export class StreamedDocument<Markdown extends string | Uint8Array<ArrayBuffer> = string> {
  readonly #json: string;
  readonly #asBytes: () => boolean;
  readonly #stream: object | undefined; // undefined without workers
  readonly #cutter = new Cutter();
  readonly #kept: NativeInput[] = []; // without workers: all of it
  readonly #conversation: Conversation | undefined; // with the rules that are functions
  #local: LocalDocument | undefined; // without workers, once they have been asked
  #interrupt: ((reason: unknown) => void) | undefined; // while they are
  readonly #waiting: Piece[] = []; // for room, in their order
  readonly #inFlight = new Set<PendingCall>();
  #stopped: { reason: unknown } | undefined;
  #unwatch: (() => void) | undefined;

  /** `stop` is called with the reason when the call is aborted or out of time; `asBytes` says what the Markdown of a piece is to be. */
  constructor(
    { json, asked }: Encoded,
    call: Call | undefined,
    stop: (reason: unknown) => void,
    asBytes: () => boolean = () => false,
  ) {
    const opened = pool.streamOpen();
    if (typeof opened === 'number' && opened !== PushStatus.noWorkers) throw refusal(opened);
    this.#json = json;
    this.#asBytes = asBytes;
    this.#conversation = asked && new Conversation(asked);
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
    else this.#unwatch = watch(call, stop, this.#conversation !== undefined);
  }

  /** Cuts a chunk into pieces. Throws ERR_INVALID_ARG, and then nothing of it has been sent. */
  cut(chunk: unknown): NativeInput[] {
    return this.#cutter.cut(chunk);
  }

  /**
   * Sends a piece, which waits while there is no room for it. Resolves with the Markdown that is certain then, which may be empty.
   * Rejects with the reason once the document has been stopped.
   */
  async send(piece: NativeInput): Promise<Markdown> {
    return this.#markdown(await this.#send(piece, false)); // Rules are asked when all is there.
  }

  /** Sends all of a document at once, and ends it. Bytes have been copied when `onTaken` is called. */
  async sendWhole(input: NativeInput, handOver: HandOver): Promise<Markdown> {
    if (typeof input !== 'string' || input.length <= unitsEachTurn) return this.#end(input, handOver);
    handOver.onTaken?.(); // A string does not change.
    for (const piece of this.cut(input)) await this.send(piece);
    return this.end();
  }

  /** Reports whether a piece that was sent waits for room: until it has been copied, its chunk must not change. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Ends the document. */
  end(): Promise<Markdown> {
    return this.#end(this.#cutter.rest(), { waits: true });
  }

  async #end(input: NativeInput, handOver: HandOver): Promise<Markdown> {
    let letGo: (() => void) | undefined;
    try {
      let answered = await this.#send(input, true, handOver);
      while (this.#conversation !== undefined && typeof answered !== 'string') {
        letGo ??= calls.hold(); // While rules think native code has no call.
        answered = await this.#send(await this.#answer(answered), true);
      }
      return this.#markdown(answered);
    } finally {
      this.stop(undefined);
      letGo?.();
    }
  }

  // Rejects with the reason when the document is stopped.
  #answer(asks: ArrayBuffer): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#stopped !== undefined) return reject(this.#stopped.reason);
      this.#interrupt = reject;
      (this.#conversation as Conversation).answer(asks, () => calls.turn()).then(resolve, reject);
    });
  }

  /** Drops the document: what is in flight is cancelled, and rejects with the reason. */
  stop(reason: unknown): void {
    this.#unwatch?.();
    if (this.#stopped !== undefined) return;
    this.#stopped = { reason };
    this.#kept.length = 0;
    this.#interrupt?.(reason);
    this.#conversation?.end(reason);
    this.#local?.close();
    for (const { reject, onTaken } of this.#waiting.splice(0)) {
      onTaken?.();
      reject(reason);
    }
    // The last first, which can be taken back: no piece after it waits for it.
    for (const call of [...this.#inFlight].reverse()) calls.abandon(call, reason);
    this.#inFlight.clear();
    if (this.#stream === undefined) return;
    pool.streamClose(this.#stream);
    calls.ended();
  }

  #send(input: NativeInput, last: boolean, { waits, onTaken }: HandOver = { waits: true }): Promise<Answered> {
    return new Promise((resolve, reject) => {
      if (this.#stopped !== undefined) return reject(this.#stopped.reason);
      const piece = { input, last, resolve, reject, onTaken };
      if (this.#stream === undefined) return this.#keep(piece);
      if (!waits) return this.#sendNow(piece);
      this.#waiting.push(piece);
      if (this.#waiting.length === 1 && !this.#sendWaiting()) {
        calls.backpressure.wait(() => this.#sendWaiting());
      }
    });
  }

  #sendNow(piece: Piece): void {
    const status = this.#trySend(piece);
    if (status !== started) piece.reject(refusal(status));
  }

  // Returns false if there is no room for the first.
  #sendWaiting(): boolean {
    for (let piece = this.#waiting[0]; piece !== undefined; piece = this.#waiting[0]) {
      const status = this.#trySend(piece);
      if (isFull(status)) return false;
      this.#waiting.shift();
      piece.onTaken?.();
      if (status !== started) piece.reject(refusal(status));
    }
    return true;
  }

  #trySend(piece: Piece): number {
    if (calls.isClosing && this.#interrupt === undefined) {
      piece.reject(closedError('The stream went on'));
      return started;
    }
    try {
      const input = nativeInput(piece.input); // A buffer may have lost its memory while the piece waited.
      const length = nativeLength(input);
      const call = calls.begin(piece);
      const status = calls.submit(call, (client, token) =>
        pool.streamSend(client, this.#stream as object, this.#json, input, length, piece.last, token, this.#form()),
      );
      if (status !== started) return status;
      this.#track(call);
    } catch (error) {
      piece.reject(error);
    }
    return started;
  }

  // What rules ask comes as a buffer: there the Markdown is text.
  #form(): number {
    return formOf(this.#conversation === undefined && this.#asBytes(), false);
  }

  #markdown(answered: Answered): Markdown {
    return (typeof answered === 'string' && this.#asBytes() ? utf8Bytes(answered) : markdownOf(answered)) as Markdown;
  }

  // A function of its own: one made where the piece is would hold it, and the Markdown by its promise, until a major collection.
  #track(call: PendingCall): void {
    this.#inFlight.add(call);
    call.unwatch = () => this.#inFlight.delete(call);
  }

  // Without workers the document is kept, and converted in place when it is whole.
  #keep({ input, last, onTaken, ...deferred }: Piece): void {
    if (this.#local === undefined) this.#kept.push(input);
    settleNow(deferred, last ? this.#sendLocally(input) : '');
    onTaken?.();
  }

  #sendLocally(input: NativeInput): Outcome {
    if (this.#local !== undefined) return this.#local.send(input);
    const whole = joined(this.#kept);
    if (this.#conversation === undefined) {
      return engine.convertSync(this.#json, inSlices(whole), nativeLength(whole), this.#form());
    }
    this.#local = new LocalDocument(this.#json);
    return this.#local.send(whole);
  }
}

function joined(pieces: NativeInput[]): NativeInput {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  return concatenated(pieces.map((piece) => (typeof piece === 'string' ? utf8Bytes(piece) : piece)));
}
