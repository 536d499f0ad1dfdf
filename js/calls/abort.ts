import type { Call } from '../call.js';
import { ConvertError } from '../errors.js';
import { after } from '../host/node.js';

/**
 * Calls `stop` with the reason when the call is aborted or out of time; `alone` says that nothing else may hold the process open until
 * then. Returns a function that ends the watch, and never throws.
 * Throws what the code of a signal throws that is not Node.js's own.
 */
export function watch({ signal, timeout }: Call, stop: (reason: unknown) => void, alone = false): () => void {
  const leave = signal && join(signal, () => stop(reasonOf(signal)));
  // A pending call holds the process open, if there is one.
  const stopTimer = timeout && after(Math.ceil(timeout), () => stop(timedOut(timeout)), alone);
  return () => {
    leave?.();
    if (stopTimer) stopTimer();
  };
}

function timedOut(timeout: number): ConvertError {
  return new ConvertError('ERR_TIMEOUT', `The call did not finish within its timeout of ${timeout} ms`);
}

/** Returns the signal's reason, or what its getter throws: the call is aborted either way. */
export function reasonOf(signal: AbortSignal): unknown {
  try {
    return signal.reason;
  } catch (error) {
    return error;
  }
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
    try {
      signal.removeEventListener('abort', watched.onAbort);
    } catch {
      // The call is over, and other calls wait for this to return: what another library's signal throws here concerns nobody.
    }
  };
}

function listen(signal: AbortSignal): Watched {
  const aborts = new Set<() => void>();
  const onAbort = () => {
    for (const abort of aborts) abort();
  };
  const watched = { aborts, onAbort };
  watchedSignals.set(signal, watched);
  try {
    signal.addEventListener('abort', onAbort, { once: true });
  } catch (error) {
    watchedSignals.delete(signal); // The next call must not take it for one that is listened to.
    throw error;
  }
  return watched;
}
