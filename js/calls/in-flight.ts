/** A call that native code knows by its token. */
export interface InFlight {
  token: number;
}

/**
 * Calls in flight, by tokens that are used again: numbers of places in an array, which V8 finds and keeps at less cost than what a
 * map holds.
 */
export class TokenTable<T extends InFlight> {
  readonly #places: (T | undefined)[] = [];
  readonly #free: number[] = [];

  get size(): number {
    return this.#places.length - this.#free.length;
  }

  /** Gives the call its token. */
  add(call: T): void {
    call.token = this.#free.pop() ?? this.#places.length;
    this.#places[call.token] = call;
  }

  /** Takes out the call of that token. Returns undefined if there is none. */
  take(token: number): T | undefined {
    const call = this.#places[token];
    if (call !== undefined) this.#empty(token);
    return call;
  }

  /** Takes out the call, unless it has been taken out: its token may be another's by now. */
  remove(call: T): void {
    if (this.#places[call.token] === call) this.#empty(call.token);
  }

  #empty(token: number): void {
    this.#places[token] = undefined;
    this.#free.push(token);
  }
}
