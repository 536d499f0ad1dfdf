import { isArrayBuffer } from '../host/node.js';
import type { Outcome } from '../native/binding.js';
import { ThreadEngine } from './engine.js';
import type { Document } from './instance.js';
import { Ledger } from './ledger.js';
import type { Module } from './webassembly.js';

// What runs in a thread, and what crosses to it and back. Texts and buffers are copied or handed over; the numbers are shared.

/** The first message to a thread. */
export interface Setup {
  module: Module;
  ledger: Int32Array;
  /** For each place of work in a batch: not 0 if it has been cancelled. */
  cancelled: Int32Array;
}

/** A document to convert, or the next piece of a stream. */
export interface Work {
  options: string;
  input: Document;
  asBytes: boolean;
  stream: number | undefined;
  last: boolean;
}

/** What follows: work, in whose places the outcomes come back, or a stream to drop. */
export type Order = { batch: readonly Work[] } | { drop: number };

/** The answer to a batch. */
export interface Answer {
  outcomes: Outcome[];
  memoryBytes: number;
}

/** What a call is worth that was cancelled before it began: nobody asks. */
const withdrawn: Outcome = { code: 'ERR_CLOSED', message: 'The conversion was cancelled.' };

/** Sends what it is given, and hands buffers over. */
type Send = (answer: Answer, handedOver: ArrayBuffer[]) => void;

/** Carries out what comes. */
export function serve(receive: (listener: (message: unknown) => void) => void, send: Send): void {
  let engine: ThreadEngine | undefined;
  let cancelled = new Int32Array();
  let place = 0;
  const isCancelled = () => Atomics.load(cancelled, place);

  function carryOut(batch: readonly Work[]): Outcome[] {
    return batch.map(({ options, input, asBytes, stream, last }, at) => {
      place = at;
      if (isCancelled()) return withdrawn;
      const own = engine as ThreadEngine;
      return stream === undefined
        ? own.convert(options, input, asBytes)
        : own.write(stream, options, input, last, asBytes);
    });
  }

  receive((message) => {
    if (engine === undefined) {
      const setup = message as Setup;
      cancelled = setup.cancelled as Int32Array<ArrayBuffer>;
      engine = new ThreadEngine(() => setup.module, new Ledger(setup.ledger), isCancelled);
      return;
    }
    const order = message as Order;
    if ('drop' in order) return engine.free(order.drop);
    const outcomes = carryOut(order.batch);
    send({ outcomes, memoryBytes: engine.memoryBytes }, outcomes.filter(isArrayBuffer));
  });
}
