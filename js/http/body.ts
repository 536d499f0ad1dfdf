/**
 * A body that is read by one who may fail. What has been read is kept, so that all of it can be read again, until it is said that it
 * will not be.
 */
export class Body {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #kept: Uint8Array[] = [];
  #keeps = true;
  #turn: Promise<unknown> | undefined; // while the source is asked
  #failed: { error: unknown } | undefined;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Its pieces from the first that nobody has read. Who ends early does not end the source. */
  async *pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const { done, value } = await this.#next();
      if (done) return;
      yield value;
    }
  }

  /** All of its pieces: those that have been read, and then the others. */
  async *again(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      do {
        yield* this.#kept.splice(0);
        // Who has read before may have left while the source was asked. What comes of that is kept.
        await this.#turn?.catch(() => undefined);
      } while (this.#kept.length > 0);
      this.#keeps = false;
      yield* this.pieces();
    } finally {
      this.cancel();
    }
  }

  /** Says that nobody will read it again. */
  forget(): void {
    this.#keeps = false;
    this.#kept.length = 0;
  }

  /** Ends the source, if it has not ended. Not waited for: a source that is stuck would hold the caller. */
  cancel(): void {
    this.forget();
    void (async () => this.#source.return?.())().catch(() => undefined);
  }

  async #next(): Promise<IteratorResult<Uint8Array>> {
    if (this.#failed !== undefined) throw this.#failed.error;
    const turn = this.#source.next().then(
      (result) => {
        if (!result.done && this.#keeps) this.#kept.push(result.value);
        return result;
      },
      (error) => {
        this.#failed = { error };
        throw error;
      },
    );
    this.#turn = turn;
    try {
      return await turn;
    } finally {
      this.#turn = undefined;
    }
  }
}
