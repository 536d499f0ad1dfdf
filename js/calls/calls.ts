import { pool } from '../backend/load.js';
import type { Call } from '../call.js';
import { externalFrom } from '../host/node.js';
import type { Outcome, Pool } from '../native/binding.js';
import { PushStatus } from '../native/border.generated.js';
import { watch } from './abort.js';
import { Backpressure } from './backpressure.js';
import { CopiesInTurns } from './copy-in-turns.js';
import { type InFlight, TokenTable } from './in-flight.js';
import { afterwards, type Deferred, reaction, settleLater } from './outcome.js';

/** A call from when it has its token until it is settled. */
export interface PendingCall extends Deferred, InFlight {
  /** What native code knows its job by: 0 before there is one. */
  id: number;
  /** Called when it has been settled. */
  unwatch: (() => void) | undefined;
}

/** Hands a call to native code: returns the id of its job (above 0), or why it was not taken (below 0). */
export type Send = (client: number, token: number) => number;

/** Said of a call that native code has, or that has been settled already. */
export const started = PushStatus.pushed;

/** The asynchronous calls of this environment, from their making to their outcomes, and its end. */
export class Calls {
  /** Where calls wait that find the queue or the memory full. */
  readonly backpressure: Backpressure;
  readonly copies: CopiesInTurns;
  /** Documents of up to so many bytes are converted on the calling thread. */
  inPlaceBytes = 0;

  readonly #pool: Pool;
  readonly #client: number;
  readonly #pending = new TokenTable<PendingCall>();
  // Native code holds it weakly while nothing is in flight.
  readonly #onSettled = (...batch: unknown[]): void => {
    if (batch.length > 0) {
      this.#settle(batch);
    } else {
      this.copies.turn();
      this.backpressure.changed();
      for (const turned of this.#turns.splice(0)) turned();
    }
  };
  readonly #turns: (() => void)[] = [];
  #held = 0;
  #waking = false;
  #closing: Promise<void> | undefined;
  #reopens = false; // when it has closed
  #finishClosing: ((when: PromiseLike<void>) => void) | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#client = pool.attach(this.#onSettled, externalFrom);
    this.backpressure = new Backpressure(
      () => this.size,
      (watches) => pool.watchMemory(this.#client, watches),
    );
    this.copies = new CopiesInTurns(() => pool.turn(this.#client));
  }

  /** Returns how many calls native code has, or will have. */
  get size(): number {
    return this.#pending.size;
  }

  /** Reports whether `close` has been called. */
  get isClosing(): boolean {
    return this.#closing !== undefined;
  }

  /** Makes a call that is to be submitted, or dropped. */
  begin({ resolve, reject }: Deferred): PendingCall {
    const call = { resolve, reject, unwatch: undefined, token: 0, id: 0 };
    this.#pending.add(call);
    return call;
  }

  /** Hands a call to native code. Returns `started`, or why it was not taken, and then the call is no more. */
  submit(call: PendingCall, send: Send): number {
    const id = send(this.#client, call.token);
    if (id < 0) {
      this.#pending.remove(call);
      return id;
    }
    call.id = id;
    return started;
  }

  /** Keeps the environment from closing until what it returns is called: something goes on of which native code has nothing now. */
  hold(): () => void {
    this.#held++;
    return () => {
      this.#held--;
      this.ended();
    };
  }

  /** Takes back a call that was never submitted. */
  drop(call: PendingCall): void {
    this.#pending.remove(call);
  }

  /** Rejects a call, and cancels its job. The caller is to say `ended`. */
  abandon(call: PendingCall, reason: unknown): void {
    this.#pending.remove(call);
    call.reject(reason);
    if (call.id > 0) this.#pool.cancel(call.id);
  }

  /** Abandons a call when it is aborted or out of time; `also` is called then. */
  abandonOn(limits: Call, call: PendingCall, also?: () => void): void {
    const stop = (reason: unknown) => {
      call.unwatch?.();
      this.abandon(call, reason);
      also?.();
      this.ended();
    };
    try {
      call.unwatch = watch(limits, stop);
    } catch (error) {
      stop(error); // A call that cannot be aborted as its caller wants is not made.
    }
  }

  /** What follows when calls have ended: others find room, and the environment may close. */
  ended(): void {
    this.backpressure.offer();
    this.#closeIfIdle();
  }

  /** Resolves in another turn of the event loop, whatever has become of the timers. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#pool.turn(this.#client)) this.#turns.push(resolve);
      else resolve();
    });
  }

  /** Has workers woken when the code that called has run: one that is woken takes the processor of who wakes it. */
  wakeAfterwards(): void {
    if (this.#waking) return;
    this.#waking = true;
    afterwards(this.#wake);
  }

  readonly #wake = (): void => {
    this.#waking = false;
    this.#pool.wakeWorkers();
  };

  close(): Promise<void> {
    this.#reopens = false;
    this.#closing ??= new Promise((resolve) => {
      this.#finishClosing = resolve;
    });
    this.#closeIfIdle();
    return this.#closing;
  }

  /** Closes, and lets calls be made again then, unless `close` has been called meanwhile. `restore` is called before. */
  async reset(restore: () => void): Promise<void> {
    const closed = this.close();
    this.#reopens = true;
    await closed;
    if (!this.#reopens || this.#closing !== closed) return;
    this.#closing = undefined;
    restore();
  }

  #closeIfIdle(): void {
    if (this.#finishClosing === undefined || this.size + this.#held > 0) return;
    this.backpressure.offer(); // what still waits comes too late
    this.#pool.release();
    this.#finishClosing(reaction(gone)); // after the errors of the last calls
    this.#finishClosing = undefined;
  }

  #settle(batch: unknown[]): void {
    // All are taken out first: what ends a watch may be a caller's code, whose new calls must not get the tokens of this batch.
    for (let i = 0; i < batch.length; i += 2) batch[i] = this.#pending.take(batch[i] as number);
    for (let i = 0; i < batch.length; i += 2) {
      const call = batch[i] as PendingCall | undefined;
      if (call === undefined) continue; // abandoned
      call.unwatch?.();
      settleLater(call, batch[i + 1] as Outcome);
      release(call);
    }
    this.ended();
  }
}

// V8's maps, such as that of a stream's pieces, grow and shrink by new tables, and an old one keeps what was in it then, with all tables
// after it: until the next major collection, which may be far away. Through the promise that would be the Markdown.
function release(call: PendingCall): void {
  call.resolve = call.reject = gone;
  call.unwatch = undefined;
}

const gone = () => undefined;

/** Those of this environment. */
export const calls = new Calls(pool);
