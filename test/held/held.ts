import { setImmediate } from 'node:timers/promises';
import { configure, convert, stats } from 'tidemark';

/** A document that is converted until its call is cancelled. It is a small one, of which no worker can take more than one. */
export const held = '<!--tidemark:wait-->';

/** The same among the large documents: while all workers are at these, small ones are converted in their place. */
export const largeHeld = held + 'x'.repeat(2 ** 17);

/** Resolves when so many calls run. */
export async function untilRunning(calls = 1): Promise<void> {
  while (stats().running < calls) await setImmediate();
}

/** Makes the calls of this test wait: one runs at a time, and the first does until it is set free. Resolves when that runs. */
export async function blockPool(): Promise<{ free: () => void }> {
  configure({ concurrency: 1 });
  const controller = new AbortController();
  convert(held, { signal: controller.signal }).catch(() => undefined);
  await untilRunning();
  return { free: () => controller.abort() };
}
