import type { ProcessedJob } from './outcome.js';

const least = 500; // ms
const spread = 2000; // ms

/**
 * Keeps jobs apart that somebody had when he died: one of them may be why. Each is run beside jobs that are beyond suspicion alone. Were they taken together
 * again and again, the one that is to blame would have the others fail with it.
 */
export class Suspects {
  #isOneHere = false;

  /** Calls `act` for a job, or puts the job off. */
  async run<T>(job: ProcessedJob, token: string | undefined, act: () => Promise<T>): Promise<T> {
    if (!job.stalledCounter || !job.moveToDelayed) return act();
    if (this.#isOneHere) {
      await job.moveToDelayed(Date.now() + least + Math.random() * spread, token);
      // By its name BullMQ knows that the job is somewhere else.
      throw Object.assign(new Error('Another job is here that somebody died of'), { name: 'DelayedError' });
    }
    this.#isOneHere = true;
    try {
      return await act();
    } finally {
      this.#isOneHere = false;
    }
  }
}
