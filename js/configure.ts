import { pool } from './backend/load.js';
import { calls } from './calls/calls.js';
import { invalidOption } from './errors.js';
import { requireKnownKeys, requireObject } from './options.js';

/** Settings of the pool that carries out asynchronous calls. Each worker thread of Node.js has a pool of its own. */
export interface PoolOptions {
  /**
   * How many conversions of this environment run at a time. More than `stats().workers`, the worker threads of the process,
   * never do, small documents beside large ones apart.
   *
   * @default `stats().workers`, which is one for each processor that the process may use
   */
  concurrency?: number | undefined;
  /**
   * How many calls may wait for their turn. One more rejects with `ERR_QUEUE_FULL`; `convertAll` and streams wait for room.
   *
   * @default 65536
   */
  maxQueue?: number | undefined;
  /**
   * How many bytes the inputs of the calls that wait may take, strings as UTF-8, or with a byte for each code unit if there are more
   * than 32,768. A call that would pass this rejects with `ERR_QUEUE_FULL`, unless nothing else waits. (Of any string that call's
   * share is its length.)
   *
   * @default 1073741824 (1 GiB)
   */
  maxQueuedBytes?: number | undefined;
  /**
   * Bytes of memory that native code may take for the whole process: inputs, what conversions need as they go on, and results of 32 KiB
   * and more, those too that JavaScript still holds. All of it is counted where it grows. A conversion that finds no room waits while
   * others go on that will give theirs back, and else fails with `ERR_INPUT_TOO_LARGE`. A call for whose input there is no room rejects
   * with `ERR_QUEUE_FULL`, or with `ERR_INPUT_TOO_LARGE` if there never could be. Beside it the Go runtime takes 16 MiB, or an eighth of
   * the limit if that is more. 0 takes the limit away.
   *
   * @default three quarters of the memory of the container (or of the machine, or of what `ulimit` allows), less what the heap of V8
   * may take: half of it, 4 GiB at the most, or `--max-old-space-size`
   */
  memoryLimit?: number | undefined;
  /**
   * Asynchronous calls with documents of up to so many bytes (a string's code units) are carried out on the calling thread, at once:
   * no other thread has to be woken, which takes several times as long as to convert such a document. They wait for nothing, and
   * the counts of `stats` leave them out. The event loop does nothing else meanwhile: some 10 µs for 200 bytes, where to hand them
   * over and to take the result takes half of that. Up to 500 pays for calls that are awaited one by one; for many at a time, and
   * where the event loop must not wait, leave it off. 0 is off.
   *
   * @default 0
   */
  inPlaceBytes?: number | undefined;
}

// Name, least and largest value.
const limits = {
  concurrency: [1, 1024],
  maxQueue: [1, 2 ** 32 - 1],
  maxQueuedBytes: [1, Number.MAX_SAFE_INTEGER],
  memoryLimit: [0, Number.MAX_SAFE_INTEGER],
  inPlaceBytes: [0, 65536],
} as const satisfies Record<keyof PoolOptions, readonly [number, number]>;

/**
 * Changes the settings of this environment's pool. What is left out, or undefined, stays as it is. Takes effect at once,
 * for waiting calls too.
 *
 * @throws ConvertError `ERR_INVALID_OPTION` for an unknown setting or a value out of range, `ERR_INVALID_ARG` if `options` is
 * not an object. Nothing is changed then.
 *
 * @example
 * configure({ concurrency: 2, maxQueue: 1000 });
 */
export function configure(options: PoolOptions): void {
  const source: PoolOptions = requireObject(options, 'options');
  requireKnownKeys(source, 'options', Object.keys(limits));
  const inPlaceBytes = setting(source, 'inPlaceBytes');
  initial ??= lookAtSettings();
  pool.configure(
    setting(source, 'concurrency'),
    setting(source, 'maxQueue'),
    setting(source, 'maxQueuedBytes'),
    setting(source, 'memoryLimit'),
  );
  if (inPlaceBytes >= 0) calls.inPlaceBytes = inPlaceBytes;
}

// What the settings were before the first call of configure, which looks: to look when the package is loaded would cost time there.
let initial: Required<PoolOptions> | undefined;

function lookAtSettings(): Required<PoolOptions> {
  const { workers, memoryLimit } = pool.stats();
  return { concurrency: Math.max(1, workers), maxQueue: 65_536, maxQueuedBytes: 2 ** 30, memoryLimit, inPlaceBytes: 0 };
}

/** Gives this environment's pool the settings that it began with. */
export function restoreSettings(): void {
  if (initial !== undefined) configure(initial);
}

function setting(source: PoolOptions, name: keyof PoolOptions): number {
  const value = source[name];
  if (value === undefined) return -1;
  const [least, largest] = limits[name];
  if (Number.isInteger(value) && value >= least && value <= largest) return value;
  throw invalidOption(`an integer from ${least} to ${largest}`, `options.${name}`, value);
}
