import { nextTurn } from '../host/node.js';
import type { Outcome } from '../native/binding.js';
import type { ThreadEngine } from './engine.js';
import { shared } from './ledger.js';
import type { Answer, Order, Setup, Work } from './thread.js';

/** A thread as this one sees it: that of Node.js or of a browser. */
export interface Thread {
  send(message: Setup | Order, handedOver: readonly ArrayBufferLike[]): void;
  /** `onEnd` is called when it has ended by itself, which it should not. */
  listen(onAnswer: (answer: Answer) => void, onEnd: (why: unknown) => void): void;
  /** Says whether it keeps the process open. */
  hold(holds: boolean): void;
  end(): void;
}

/** How much work there is in a batch: enough that small documents share the way there and back. */
export const mostOfBatch = 16;

/** What carries out one batch after the other. */
export interface Lane {
  /** `done` is called with the outcomes, in the order of the work, or with why there are none, and then the lane is no more. */
  carryOut(batch: readonly Work[], done: (outcomes: readonly Outcome[] | undefined, why?: unknown) => void): void;
  /** Cancels work of the batch that is being carried out. */
  cancel(place: number): void;
  /** Drops a stream. */
  drop(stream: number): void;
  /** The bytes of its memory, as far as is known. */
  readonly memoryBytes: number;
  end(): void;
}

/** A thread as a lane. */
export class ThreadLane implements Lane {
  readonly #thread: Thread;
  readonly #cancelled = new Int32Array(shared(mostOfBatch));
  #done: ((outcomes: readonly Outcome[] | undefined, why?: unknown) => void) | undefined;
  #ended: { why: unknown } | undefined;
  memoryBytes = 0;

  constructor(thread: Thread, setup: Omit<Setup, 'cancelled'>) {
    this.#thread = thread;
    thread.listen(
      ({ outcomes, memoryBytes }) => {
        this.memoryBytes = memoryBytes;
        this.#finish(outcomes);
      },
      (why) => {
        this.#ended ??= { why };
        this.#finish(undefined, why);
      },
    );
    thread.send({ ...setup, cancelled: this.#cancelled }, []);
    thread.hold(false);
  }

  carryOut(batch: readonly Work[], done: (outcomes: readonly Outcome[] | undefined, why?: unknown) => void): void {
    const ended = this.#ended;
    if (ended !== undefined) {
      nextTurn(() => done(undefined, ended.why));
      return;
    }
    this.#cancelled.fill(0);
    this.#done = done;
    this.#thread.hold(true);
    this.#thread.send(
      { batch },
      batch.flatMap(({ input }) => buffersOf(input)),
    );
  }

  cancel(place: number): void {
    Atomics.store(this.#cancelled, place, 1);
  }

  drop(stream: number): void {
    this.#thread.send({ drop: stream }, []);
  }

  end(): void {
    this.#thread.end();
  }

  #finish(outcomes: readonly Outcome[] | undefined, why?: unknown): void {
    const done = this.#done;
    this.#done = undefined;
    this.#thread.hold(false);
    done?.(outcomes, why);
  }
}

// The pool has made a copy of each input, which can go.
function buffersOf(input: Work['input']): ArrayBufferLike[] {
  if (typeof input === 'string') return [];
  return ['utf8' in input ? input.utf8.buffer : input.buffer];
}

/** This thread as a lane: one document in a turn of the event loop. */
export class LaneInPlace implements Lane {
  readonly #engine: ThreadEngine;

  constructor(engine: ThreadEngine) {
    this.#engine = engine;
  }

  get memoryBytes(): number {
    return 0; // it is counted with the engine
  }

  carryOut(batch: readonly Work[], done: (outcomes: readonly Outcome[]) => void): void {
    nextTurn(() => {
      done(
        batch.map(({ options, input, asBytes, stream, last }) =>
          stream === undefined
            ? this.#engine.convert(options, input, asBytes)
            : this.#engine.write(stream, options, input, last, asBytes),
        ),
      );
    });
  }

  cancel(): void {}

  drop(stream: number): void {
    this.#engine.free(stream);
  }

  end(): void {}
}
