import { setTimeout } from 'node:timers';

// Calls that found no room, and try again when others of this environment have ended.
let attempts: (() => void)[] = [];

// What holds the memory may be in flight in another environment, which does not say when it ends.
const retryAfter = 10; // ms

/** Calls `attempt` when there may be room. `inFlight` calls of this environment will make some. */
export function waitForRoom(attempt: () => void, inFlight: number): void {
  attempts.push(attempt);
  if (inFlight === 0) setTimeout(offerRoom, retryAfter);
}

/** Lets those that wait try again, in their order. */
export function offerRoom(): void {
  if (attempts.length === 0) return;
  const waiting = attempts;
  attempts = [];
  for (const attempt of waiting) attempt();
}
