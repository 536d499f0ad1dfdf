import type { Call } from '../call.js';
import { invalidArg } from '../errors.js';
import type { Input, Inputs, Unread } from '../input.js';
import type { Markdown } from '../native/form.js';
import { watch } from './abort.js';

/** What became of a document, or why there are no more. */
type Outcome = PromiseSettledResult<Markdown> | { status: 'ended' } | { status: 'broken'; reason: unknown };

/** The place of one document in the order: made when the source is asked for it, gone when its outcome is taken. */
interface Slot {
  outcome: Promise<Outcome>;
  settle(outcome: Outcome): void;
}

/** Converts a document when there is room. `onTaken` is called when the input has been copied, or never will be. */
type Convert = (html: Input | Unread, call: Call, onTaken: () => void) => Promise<Markdown>;

type Document = Input | Unread;

type Source = Iterator<Document | PromiseLike<Document>> | AsyncIterator<Document | PromiseLike<Document>>;

/**
 * Converts the documents of a source ahead of their being taken, in their order, and no more than `limit` of them: those that
 * are read, converted or waiting to be taken. One read is made at a time, once the document before it has been copied.
 */
export class ReadAhead {
  readonly #inputs: Inputs;
  readonly #limit: number;
  readonly #convert: Convert;
  readonly #call: Call;
  readonly #cancel = new AbortController();
  readonly #slots: Slot[] = [];
  #source: Source | undefined; // while it may be closed
  #reading = false; // the source has not answered yet
  #lastRead = Promise.resolve();
  #exhausted = false; // the source is not asked again
  #broken: { reason: unknown } | undefined; // by the caller's signal
  #unwatch: (() => void) | undefined;

  constructor(inputs: Inputs, limit: number, convert: Convert, { signal, timeout }: Call) {
    this.#inputs = inputs;
    this.#limit = limit;
    this.#convert = convert;
    this.#call = { signal: this.#cancel.signal, timeout };
    if (signal?.aborted) this.#broken = { reason: signal.reason };
    else if (signal) this.#unwatch = watch({ signal }, (reason) => this.#break(reason));
  }

  /** Returns the outcome of the next document in order; undefined after the last. Rejects if the source fails, or on abort. */
  async take(): Promise<PromiseSettledResult<Markdown> | undefined> {
    if (this.#broken) throw this.#broken.reason;
    this.#fill();
    const outcome = await this.#slots[0]?.outcome;
    this.#slots.shift();
    if (outcome === undefined || outcome.status === 'ended') return undefined;
    if (outcome.status === 'broken') throw outcome.reason;
    this.#fill();
    return outcome;
  }

  /** Releases whoever waits in {@link take}, as if the source had ended. */
  interrupt(): void {
    this.#exhausted = true;
    this.#settleAll({ status: 'ended' });
  }

  /**
   * Cancels what is in flight and closes the source. The promise is that of the source's `return()`, but for a source that has
   * not answered yet, which may answer neither, and after an abort, which does not wait.
   */
  async stop(): Promise<void> {
    const waits = !this.#reading && this.#broken === undefined;
    const closed = this.#close();
    if (waits) await closed;
    else closed?.catch(() => undefined);
  }

  #break(reason: unknown): void {
    this.#broken = { reason };
    this.#settleAll({ status: 'broken', reason });
    this.stop();
  }

  #settleAll(outcome: Outcome): void {
    for (const slot of this.#slots) slot.settle(outcome);
  }

  #close(): Promise<unknown> | undefined {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#exhausted = true;
    if (this.#slots.length > 0) this.#cancel.abort();
    const source = this.#source;
    this.#source = undefined;
    return source && (async () => source.return?.())();
  }

  #fill(): void {
    while (!this.#exhausted && this.#slots.length < this.#limit) {
      const slot = newSlot();
      this.#slots.push(slot);
      this.#lastRead = this.#lastRead.then(() => this.#read(slot));
    }
  }

  async #read(slot: Slot): Promise<void> {
    try {
      const next = await this.#next();
      if (next === undefined) return slot.settle({ status: 'ended' });
      const html = await next.html;
      if (!this.#exhausted) await this.#begin(html, slot);
    } catch (reason) {
      this.#exhausted = true;
      slot.settle({ status: 'broken', reason });
    }
  }

  // A source that has ended or thrown is not closed.
  async #next(): Promise<{ html: Document | PromiseLike<Document> } | undefined> {
    if (this.#exhausted) return undefined;
    this.#reading = true;
    try {
      this.#source ??= open(this.#inputs);
      const { done, value } = await this.#source.next();
      if (!done) return { html: value };
    } catch (error) {
      this.#source = undefined;
      throw error;
    } finally {
      this.#reading = false;
    }
    this.#source = undefined;
    this.#exhausted = true;
    return undefined;
  }

  /** Resolves when the input has been copied. */
  #begin(html: Document, slot: Slot): Promise<void> {
    return new Promise((onTaken) => {
      this.#convert(html, this.#call, onTaken).then(
        (value) => slot.settle({ status: 'fulfilled', value }),
        (reason) => slot.settle({ status: 'rejected', reason }),
      );
    });
  }
}

function newSlot(): Slot {
  let settle: Slot['settle'] = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });
  return { outcome, settle };
}

function open(inputs: Inputs): Source {
  const begin: unknown = Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator] : inputs[Symbol.iterator];
  const source: Partial<Source> | undefined = typeof begin === 'function' ? begin.call(inputs) : undefined;
  if (typeof source?.next === 'function') return source as Source;
  throw invalidArg('an iterable or async iterable of documents', 'inputs', inputs);
}
