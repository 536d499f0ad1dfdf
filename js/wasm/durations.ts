/** Durations in milliseconds, counted by size: a quarter of precision is enough for `stats()`, and costs no memory. */
export class Durations {
  readonly #counts = new Uint32Array(200);
  #total = 0;

  add(milliseconds: number): void {
    const size = Math.ceil(4 * Math.log2(Math.max(1, milliseconds * 1000)));
    const place = Math.min(size, this.#counts.length - 1);
    this.#counts[place] = 1 + (this.#counts[place] as number);
    this.#total++;
  }

  /** Returns what such a part of the durations is not longer than; 0 if there are none. */
  quantile(part: number): number {
    let left = Math.ceil(part * this.#total);
    for (let place = 0; left > 0; place++) {
      left -= this.#counts[place] as number;
      if (left <= 0) return 2 ** (place / 4) / 1000;
    }
    return 0;
  }
}
