import { isArrayBuffer } from '../host/node.js';
import type { Failure, Outcome } from '../native/binding.js';
import { failed } from '../native/status.js';

/** What a call is answered with that has not failed: the Markdown, or what rules ask. */
export type Answered = string | ArrayBuffer;

/** Markdown as text, or as bytes in the realm of the caller; what is none as it is. */
export const markdownOf = <T>(outcome: T): T | Uint8Array<ArrayBuffer> =>
  isArrayBuffer(outcome) ? new Uint8Array(outcome as ArrayBuffer) : outcome;

/** The two ends of a call's promise. */
export interface Deferred {
  resolve(outcome: Answered | PromiseLike<string>): void;
  reject(reason: unknown): void;
}

/** Settles a call that is carried out while its caller waits: an error's stack leads there. */
export function settleNow({ resolve, reject }: Deferred, outcome: Outcome): void {
  if (isAnswered(outcome)) resolve(outcome);
  else reject(failed(outcome));
}

/** Settles a call whose caller has gone on. */
export function settleLater(deferred: Deferred, outcome: Outcome): void {
  deferred.resolve(isAnswered(outcome) ? outcome : failing(outcome));
}

/** Reports whether an outcome is no failure. */
export function isAnswered(outcome: Outcome): outcome is Answered {
  return typeof outcome === 'string' || isArrayBuffer(outcome);
}

// An error of native code is made in a reaction on which the call's promise hangs: so V8 finds the async functions that await the call,
// and adds them to the error's stack. To keep a stack from each call would cost several times what the call does.
function failing(outcome: Failure | number): PromiseLike<never> {
  return reaction(() => {
    throw failed(outcome);
  });
}

// Not queueMicrotask, which fake timers replace.
const ready = Promise.resolve();

/** Calls `act` in a microtask: when the calling code has run, before anything that it awaits. */
export function afterwards(act: () => void): void {
  ready.then(act);
}

/** Returns what a promise is to be resolved with so that it hangs on a reaction when `act` runs. */
export function reaction<T>(act: () => T): PromiseLike<T> {
  // biome-ignore lint/suspicious/noThenProperty: the promise calls it, unless it has been settled otherwise.
  return { then: (resolve, reject) => ready.then(act).then(resolve, reject) };
}
