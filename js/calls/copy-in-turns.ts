/** So many code units are copied at a turn of the event loop: about a third of a millisecond. Longer texts take several turns. */
export const unitsEachTurn = 2 ** 20;

interface Copy {
  readonly length: number;
  at: number;
  readonly append: (start: number, end: number) => boolean;
  readonly done: (whole: boolean) => void;
}

/** Long texts that are copied, in the order of the calls: the first is whole the soonest. */
export class CopiesInTurns {
  readonly #copies: Copy[] = [];
  readonly #nextTurn: () => boolean;
  #waiting = false; // for a turn

  /** `nextTurn` has `turn` called in the next turn of the event loop, or returns false. */
  constructor(nextTurn: () => boolean) {
    this.#nextTurn = nextTurn;
  }

  /**
   * Calls `append` for one part of a long text after the other, the first perhaps at once, and then `done`: with false where
   * `append` had no memory, or there are no more turns. Returns a function that ends the copy.
   */
  begin(length: number, append: Copy['append'], done: Copy['done']): () => void {
    const copy = { length, at: 0, append, done };
    this.#copies.push(copy);
    if (!this.#waiting) this.turn();
    return () => {
      const place = this.#copies.indexOf(copy);
      if (place >= 0) this.#copies.splice(place, 1);
    };
  }

  turn(): void {
    let left = unitsEachTurn;
    for (let copy = this.#copies[0]; copy !== undefined && left > 0; copy = this.#copies[0]) {
      const start = copy.at;
      copy.at = Math.min(start + left, copy.length);
      left -= copy.at - start;
      const appended = copy.append(start, copy.at);
      if (appended && copy.at < copy.length) break;
      this.#copies.shift();
      copy.done(appended);
    }
    this.#waiting = this.#copies.length > 0 && this.#nextTurn();
    if (!this.#waiting) for (const copy of this.#copies.splice(0)) copy.done(false);
  }
}
