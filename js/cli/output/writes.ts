import type { Sink, Written } from './sink.js';

/** What is being written: no more at a time than the sink takes. */
export class Writes {
  readonly #sink: Sink;
  readonly #open = new Set<Promise<void>>();

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Begins to write a result, when there is room. `done` is told when it is there, or why it is not. */
  async begin(target: string, result: Written, done: (error?: unknown) => void): Promise<void> {
    const write = this.#sink.write(target, result).then(() => done(), done);
    this.#open.add(write);
    write.then(() => this.#open.delete(write));
    while (this.#open.size >= this.#sink.atATime) await Promise.race(this.#open);
  }

  /** Resolves when all has been written. */
  async end(): Promise<void> {
    await Promise.all(this.#open);
    await this.#sink.end();
  }
}
