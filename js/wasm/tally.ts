import { isArrayBuffer } from '../host/node.js';
import type { Outcome } from '../native/binding.js';
import { Durations } from './durations.js';
import type { Job } from './job.js';

/** What becomes of the calls of a pool, in numbers. */
export class Tally {
  queued = 0;
  queuedBytes = 0;
  running = 0;
  completed = 0;
  failed = 0;
  cancelled = 0;
  streams = 0;
  /** Of the inputs in flight. */
  nativeBytes = 0;
  readonly #waits = new Durations();
  readonly #runs = new Durations();

  taken({ bytes }: Job): void {
    this.queued++;
    this.queuedBytes += bytes;
    this.nativeBytes += bytes;
  }

  /** A job waits no more. */
  begun(job: Job, now: number): void {
    job.begunAt = now;
    this.#waits.add(now - job.takenAt);
    this.#leftQueue(job);
    this.running++;
  }

  /** A job that waited has been cancelled. */
  withdrawn(job: Job): void {
    this.#leftQueue(job);
    this.nativeBytes -= job.bytes;
    this.cancelled++;
  }

  ended(job: Job, outcome: Outcome, now: number): void {
    this.#runs.add(now - job.begunAt);
    this.running--;
    this.nativeBytes -= job.bytes;
    if (job.isCancelled) this.cancelled++;
    else if (typeof outcome === 'string' || isArrayBuffer(outcome)) this.completed++;
    else this.failed++;
  }

  /** In milliseconds, as stats() has them. */
  durations() {
    return {
      waitP50: this.#waits.quantile(0.5),
      waitP99: this.#waits.quantile(0.99),
      runP50: this.#runs.quantile(0.5),
      runP99: this.#runs.quantile(0.99),
    };
  }

  #leftQueue({ bytes }: Job): void {
    this.queued--;
    this.queuedBytes -= bytes;
  }
}
