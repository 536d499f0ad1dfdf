import { Buffer } from 'node:buffer';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { configure, convert, stats } from 'tidemark';

/** A document that takes long enough to be seen waiting or running: 12 MB. */
export const longDocument = '<p>tide and <b>time</b> '.repeat(500_000);

/**
 * The pool is one for all test files of a Jest worker: whoever changes it puts it back. A call that was aborted while it ran
 * is counted when it comes back, a little after its promise has rejected: the next test must find it counted.
 */
export async function restorePool(): Promise<void> {
  configure({ concurrency: availableParallelism(), maxQueue: 65536, maxQueuedBytes: 2 ** 30, inPlaceBytes: 0 });
  while (stats().nativeBytes > 0) await setImmediate();
}

/** Makes the calls of this test wait: one at a time, and the first takes long. Returns the first. */
export function blockPool(): { done: Promise<unknown>; free: () => void } {
  configure({ concurrency: 1 });
  const controller = new AbortController();
  // Bytes are copied at once: the job waits or runs when this returns.
  const done = convert(Buffer.from(longDocument), { signal: controller.signal }).catch(() => undefined);
  return { done, free: () => controller.abort() };
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
