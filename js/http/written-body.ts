/** A body as it is written: what has been written waits here until it is read. */
export class WrittenBody implements AsyncIterableIterator<Uint8Array, void, undefined> {
  readonly #waiting: Uint8Array[] = [];
  readonly #onDrain: () => void;
  #bytes = 0;
  #needsDrain = false;
  #ended = false;
  #dropped = false;
  #failed: { error: unknown } | undefined;
  #wake: (() => void) | undefined; // while it is read, and nothing is there

  /** `onDrain` is called when there is room again, after `write` has said that there is none. */
  constructor(onDrain: () => void) {
    this.#onDrain = onDrain;
  }

  /** Takes a piece in any case. Reports whether there is room for more. */
  write(piece: Uint8Array): boolean {
    if (this.#ended) return this.#dropped;
    if (piece.length > 0) this.#waiting.push(piece);
    this.#bytes += piece.length;
    this.#wake?.();
    this.#needsDrain ||= this.#bytes >= most;
    return !this.#needsDrain;
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Ends it where there should have been more. */
  fail(error: unknown): void {
    this.#failed ??= { error };
    this.end();
  }

  async next(): Promise<IteratorResult<Uint8Array, void>> {
    while (this.#waiting.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
    const piece = this.#waiting.shift();
    if (piece === undefined) {
      if (this.#failed !== undefined) throw this.#failed.error;
      return { done: true, value: undefined };
    }
    this.#bytes -= piece.length;
    if (this.#needsDrain && this.#waiting.length === 0) {
      this.#needsDrain = false;
      this.#onDrain();
    }
    return { done: false, value: piece };
  }

  /** Drops what waits, and what comes: who writes goes on to the end. */
  async return(): Promise<IteratorResult<Uint8Array, void>> {
    this.#waiting.length = 0;
    this.#dropped = this.#failed === undefined;
    this.end();
    if (this.#needsDrain) this.#onDrain();
    this.#needsDrain = false;
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

const most = 64 * 1024;
