import { binding } from './binding.js';

/** Counts of asynchronous calls. Of the calls that this environment's pool has taken, each is in one of the first five. */
export interface Stats {
  /** Calls that wait for their turn. */
  queued: number;
  /** Calls that are carried out now. */
  running: number;
  /** Calls that have got their Markdown. */
  completed: number;
  /** Calls that have failed, aborted ones and timeouts apart. */
  failed: number;
  /** Calls that were aborted or ran out of time. */
  cancelled: number;
  /** Goroutines of the process: workers, and a few of the runtime's own. */
  goroutines: number;
  /** Environments (the main thread, worker threads, Jest contexts) that have this package loaded. */
  environments: number;
  /** Worker goroutines, shared by all environments of the process. */
  workers: number;
  /** Bytes of inputs and results outside of the JavaScript heap, for the whole process. The engine's own are not counted. */
  nativeBytes: number;
}

/**
 * Counts of this moment: for metrics, and for tests that want to see nothing left over.
 *
 * @example
 * const { queued, running } = stats();
 */
export function stats(): Stats {
  return binding.stats();
}
