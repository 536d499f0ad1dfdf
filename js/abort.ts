import { clearTimeout, setTimeout } from 'node:timers';
import { ConvertError, invalidOption } from './errors.js';

/** What belongs to one asynchronous call, and not to the conversion. */
export interface Call {
  /**
   * Aborts the call: it rejects with `signal.reason`, at once, and work that has not begun is not done.
   *
   * @default undefined
   */
  signal?: AbortSignal | undefined;
  /**
   * Milliseconds, above 0, that the call may take, waiting included. After them it rejects with `ERR_TIMEOUT`. A timeout
   * is seen when the event loop turns.
   *
   * @default undefined (no limit)
   */
  timeout?: number | undefined;
}

// The longest delay that setTimeout takes; a longer one would fire at once.
const longest = 2 ** 31 - 1;

/** Reads and checks what `source`, an object called `name` in messages, says about the call. Undefined if nothing. */
export function readCall(source: Call, name: string): Call | undefined {
  const { signal, timeout } = source;
  if (signal === undefined && timeout === undefined) return undefined;
  if (signal !== undefined && !isSignal(signal)) throw invalidOption('an AbortSignal', `${name}.signal`, signal);
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout > 0 && timeout <= longest)) {
    throw invalidOption(`a number of milliseconds above 0 and up to ${longest}`, `${name}.timeout`, timeout);
  }
  return { signal, timeout };
}

// Not instanceof: signals come from other realms and from libraries.
function isSignal(value: unknown): value is AbortSignal {
  if (typeof value !== 'object' || value === null) return false;
  const { aborted, addEventListener, removeEventListener } = value as Partial<AbortSignal>;
  return (
    typeof aborted === 'boolean' && typeof addEventListener === 'function' && typeof removeEventListener === 'function'
  );
}

/** Calls `stop` with the reason when the call is aborted or out of time. Returns a function that ends the watch. */
export function watch({ signal, timeout }: Call, stop: (reason: unknown) => void): () => void {
  const leave = signal && join(signal, () => stop(signal.reason));
  // Not held open by the timer: the pending call does that.
  const timer = timeout && setTimeout(() => stop(timedOut(timeout)), Math.ceil(timeout)).unref();
  return () => {
    leave?.();
    if (timer) clearTimeout(timer);
  };
}

function timedOut(timeout: number): ConvertError {
  return new ConvertError('ERR_TIMEOUT', `The call did not finish within its timeout of ${timeout} ms`);
}

interface Watched {
  aborts: Set<() => void>;
  onAbort: () => void;
}

// One listener for all the calls that share a signal: adding one each is quadratic in Node.js's EventTarget.
const watchedSignals = new WeakMap<AbortSignal, Watched>();

function join(signal: AbortSignal, abort: () => void): () => void {
  const watched = watchedSignals.get(signal) ?? listen(signal);
  watched.aborts.add(abort);
  return () => {
    watched.aborts.delete(abort);
    if (watched.aborts.size > 0) return;
    watchedSignals.delete(signal);
    signal.removeEventListener('abort', watched.onAbort);
  };
}

function listen(signal: AbortSignal): Watched {
  const aborts = new Set<() => void>();
  const onAbort = () => {
    for (const abort of aborts) abort();
  };
  const watched = { aborts, onAbort };
  watchedSignals.set(signal, watched);
  signal.addEventListener('abort', onAbort, { once: true });
  return watched;
}
