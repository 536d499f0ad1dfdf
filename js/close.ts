import { calls } from './calls/calls.js';

/**
 * Ends asynchronous work: calls in flight are settled as usual, calls after this one reject with `ERR_CLOSED`. It does not
 * cancel anything; abort signals do. Resolves when the last call is settled and the addon's handle is given up, so that
 * `jest --detectOpenHandles` and similar tools find nothing. Calling it again returns the same promise. `convertSync`,
 * `Converter` and `stats` work on.
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
 * The pool as a disposable resource, for `await using`: at the end of the block it is closed, see {@link close}.
 *
 * @example
 * await using _ = pool;
 */
export const pool: AsyncDisposable = { [Symbol.asyncDispose]: close };
