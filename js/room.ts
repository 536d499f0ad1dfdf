import { setTimeout } from 'node:timers';

// What found no room, in order: each is called again until it returns true.
const waiting: (() => boolean)[] = [];

// What holds the memory may be in flight in another environment, which does not say when it ends.
const retryAfter = 10; // ms
let retrying = false;

/** Calls `attempt` when there may be room, until it returns true. `inFlight` calls of this environment will make some. */
export function waitForRoom(attempt: () => boolean, inFlight: number): void {
  waiting.push(attempt);
  if (inFlight === 0) retryLater();
}

/**
 * Lets those that wait try again, in their order. The first that finds no room ends it: however many wait, a call that ends costs
 * no more than what it made room for.
 */
export function offerRoom(inFlight: number): void {
  let served = 0;
  while (waiting[served]?.()) served++;
  waiting.splice(0, served);
  if (waiting.length > 0 && inFlight === 0) retryLater();
}

function retryLater(): void {
  if (retrying) return;
  retrying = true;
  setTimeout(() => {
    retrying = false;
    offerRoom(0);
  }, retryAfter);
}
