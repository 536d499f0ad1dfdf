import { calls } from './calls/calls.js';
import { restoreSettings } from './configure.js';

/**
 * Ends asynchronous work: calls in flight are settled as usual, calls after this one reject with `ERR_CLOSED`. It does not
 * cancel anything; abort signals do. Resolves when the last call is settled and the addon's handle is given up, so that
 * `jest --detectOpenHandles` and similar tools find nothing. Calling it again returns the same promise. `convertSync`,
 * `Converter` and `stats` work on. {@link reset} opens the pool again.
 *
 * There is no need to call it for a program to end: an idle pool keeps no process open.
 *
 * @example
 * afterAll(() => close());
 */
export function close(): Promise<void> {
  return calls.close();
}

/**
 * Ends asynchronous work as {@link close} does, and then opens the pool again, with the settings that it had when the package was loaded. Calls
 * that are made before the promise resolves reject with `ERR_CLOSED`. After `close()` it opens the pool at once; of both, the one that
 * was called last counts.
 *
 * For tests that share the package and are to find nothing of those before, and for programs that begin again.
 *
 * @example
 * afterEach(() => reset());
 */
export function reset(): Promise<void> {
  return calls.reset(restoreSettings);
}

/**
 * The pool as a disposable resource, for `await using`: at the end of the block it is closed, see {@link close}.
 *
 * @example
 * await using _ = pool;
 */
export const pool: AsyncDisposable = { [Symbol.asyncDispose]: close };
