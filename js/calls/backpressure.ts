/** Calls that found no room for their inputs, in order. */
export class Backpressure {
  readonly #waiting: (() => boolean)[] = [];
  readonly #inFlight: () => number;
  readonly #watchMemory: (watches: boolean) => void;
  #watches = false;
  #offering = false;

  /**
   * Calls in flight make room when they end, after which `offer` is called. Where there are none, others hold the memory, who do
   * not say when they are done: then `watchMemory` has `changed` called when they may be.
   */
  constructor(inFlight: () => number, watchMemory: (watches: boolean) => void) {
    this.#inFlight = inFlight;
    this.#watchMemory = watchMemory;
  }

  /** Calls `attempt` when there may be room, until it returns true. */
  wait(attempt: () => boolean): void {
    this.#waiting.push(attempt);
    this.#watch();
  }

  /**
   * Lets those that wait try again, in their order. The first that finds no room ends it: however many wait, a call that ends costs
   * no more than what it made room for.
   */
  offer(): void {
    if (this.#waiting.length === 0 || this.#offering) return;
    this.#offering = true;
    let served = 0;
    while (this.#waiting[served]?.()) served++;
    this.#waiting.splice(0, served);
    this.#offering = false;
    this.#watch();
  }

  /** Memory may have been given back. */
  changed(): void {
    if (this.#watches) this.offer();
  }

  #watch(): void {
    const watches = this.#waiting.length > 0 && this.#inFlight() === 0;
    if (watches === this.#watches) return;
    this.#watches = watches;
    this.#watchMemory(watches);
    if (watches) this.offer(); // what was given back before the watch began
  }
}
