/**
 * What the pool does. `queued` to `cancelled` are this environment's: each of the calls that its pool has taken is in one of them.
 * Times are in milliseconds, of all calls of this environment that have been settled, and up to a quarter too long. Short documents
 * that the same code hands over, up to 16, wait from the first on.
 */
export interface Stats {
  /** Calls that wait for their turn. */
  queued: number;
  /** Bytes of the inputs of those calls, counted as for `maxQueuedBytes`. */
  queuedBytes: number;
  /** Calls that are carried out now. */
  running: number;
  /** Calls that have got their Markdown. */
  completed: number;
  /** Calls that have failed, aborted ones and timeouts apart. */
  failed: number;
  /** Calls that were aborted or ran out of time. */
  cancelled: number;
  /** Half of the calls waited no longer than this until a worker took them. */
  waitP50: number;
  /** 99 % of the calls waited no longer than this. */
  waitP99: number;
  /** Half of the calls took a worker no longer than this. */
  runP50: number;
  /** 99 % of the calls took a worker no longer than this. */
  runP99: number;
  /** Worker goroutines, shared by all environments of the process. A few more do small documents while these are at large ones. */
  workers: number;
  /** Goroutines of the process: workers, and a few of the runtime's own. */
  goroutines: number;
  /** Environments (the main thread, worker threads, Jest contexts) that have this package loaded. */
  environments: number;
  /** Streams that have not come to their end, for the whole process. */
  streams: number;
  /** Bytes of the inputs and results in flight, for the whole process. */
  nativeBytes: number;
  /** Bytes that the Go runtime holds, for the whole process: the engine's trees and buffers, and its own. */
  engineBytes: number;
  /** Bytes that count against `memoryLimit`, for the whole process: inputs, results, and what conversions have taken. */
  memoryHeld: number;
  /** The memory limit of the process in bytes, which `configure` sets; 0 if there is none. */
  memoryLimit: number;
}
