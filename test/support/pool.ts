import { setImmediate } from 'node:timers/promises';
import { configure, stats } from 'tidemark';

/**
 * The pool is one for all test files of a Jest worker: whoever changes it puts it back. A call that was aborted while it ran
 * is counted when it comes back, a little after its promise has rejected: the next test must find it counted.
 */
export async function restorePool(): Promise<void> {
  configure({ concurrency: stats().workers, maxQueue: 65536, maxQueuedBytes: 2 ** 30, inPlaceBytes: 0 });
  while (stats().nativeBytes > 0) await setImmediate();
}

// Only what is broken takes so long.
const patience = 120_000; // ms

/** Holds the event loop until workers have come so far. What they deliver meanwhile is not seen before it goes on. */
export function holdUntil(condition: () => boolean): void {
  for (const end = performance.now() + patience; !condition(); ) {
    if (performance.now() > end) throw new Error('The workers did not come so far');
  }
}

/** The error that a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was fulfilled');
}

/** The error that a function throws. */
export function thrown(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('The function returned');
}
