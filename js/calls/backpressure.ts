import { setTimeout } from 'node:timers';

// What holds the memory may be in flight in another environment, which does not say when it ends.
const retryAfter = 10; // ms

/** Calls that found no room for their inputs, in order. */
export class Backpressure {
  readonly #waiting: (() => boolean)[] = [];
  #retrying = false;

  /** Calls `attempt` when there may be room, until it returns true. `inFlight` calls of this environment will make some. */
  wait(attempt: () => boolean, inFlight: number): void {
    this.#waiting.push(attempt);
    if (inFlight === 0) this.#retryLater();
  }

  /**
   * Lets those that wait try again, in their order. The first that finds no room ends it: however many wait, a call that ends costs
   * no more than what it made room for.
   */
  offer(inFlight: number): void {
    let served = 0;
    while (this.#waiting[served]?.()) served++;
    this.#waiting.splice(0, served);
    if (this.#waiting.length > 0 && inFlight === 0) this.#retryLater();
  }

  #retryLater(): void {
    if (this.#retrying) return;
    this.#retrying = true;
    setTimeout(() => {
      this.#retrying = false;
      this.offer(0);
    }, retryAfter);
  }
}
