// Generated from addon/internal/tool/genborder/table.go by `go generate ./addon`. Do not edit.

/** What native code returns for a call that it does not take. A call that it has taken gets the id of its job instead, which is above 0. */
export const PushStatus = {
  /** The call has been taken. */
  pushed: 0,
  /** As many calls as `maxQueue` allows are waiting. */
  queueFull: -1,
  /** The inputs that wait would be larger than `maxQueuedBytes` allows. */
  queuedBytesFull: -2,
  /** The system has no memory for the input. */
  noMemory: -3,
  /** The environment is ending. */
  unavailable: -4,
  /** The addon was built without async_runtime. */
  noWorkers: -5,
  /** The input could not fit into `memoryLimit` if it were alone. */
  overMemoryLimit: -6,
  /** What is in flight and what V8 holds leave too little of `memoryLimit`. */
  memoryLimitFull: -7,
} as const;

/** Code units of a string that become UTF-8 at a time: Node-API reads a string from its beginning only. */
export const sliceUnits = 32768;

/** In the form of a call: the Markdown is to be UTF-8 in an ArrayBuffer. */
export const outputBytes = 1;

/** In the form of a call: that ArrayBuffer may be over memory of native code. */
export const outputExternal = 4;

/** In the form of a call: the bytes are read where they are, in a buffer that nobody else has. */
export const inputLent = 2;

/**
 * What went wrong, for programs. The list is closed:
 *
 * - `ERR_INVALID_ARG`: an argument has the wrong type, or its memory is gone (a detached buffer)
 * - `ERR_INVALID_OPTION`: an option is unknown or has a value it does not take
 * - `ERR_INPUT_TOO_LARGE`: the document is over `maxInputBytes`, `maxOutputBytes` or `maxDepth`
 * - `ERR_QUEUE_FULL`: as many calls, or as many bytes, as `configure` allows are waiting already
 * - `ERR_RULE`: a function of `rules` has thrown, rejected, or returned what it must not; the error has its `cause`, `selector` and `place`
 * - `ERR_TIMEOUT`: the call took longer than its `timeout`
 * - `ERR_CLOSED`: the call, or a piece of a stream, came after `close`
 * - `ERR_INTERNAL`: a fault of this package. The process and later calls are not affected
 */
export type ConvertErrorCode =
  | 'ERR_INVALID_ARG'
  | 'ERR_INVALID_OPTION'
  | 'ERR_INPUT_TOO_LARGE'
  | 'ERR_QUEUE_FULL'
  | 'ERR_RULE'
  | 'ERR_TIMEOUT'
  | 'ERR_CLOSED'
  | 'ERR_INTERNAL';

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
