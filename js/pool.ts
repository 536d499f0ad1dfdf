import { type Call, watch } from './abort.js';
import { binding, type Failure, type NativeInput } from './binding.js';
import { Copies, unitsEachTurn } from './copy.js';
import { ConvertError } from './errors.js';
import { CallsInFlight, type InFlight } from './in-flight.js';
import { type Input, inSlices, nativeInput, nativeLength, slices } from './input.js';
import { failed, isFull, refusal } from './refusal.js';
import { offerRoom, waitForRoom } from './room.js';
import { traced } from './trace.js';

export interface Deferred {
  resolve(markdown: string | PromiseLike<string>): void;
  reject(reason: unknown): void;
  /** Called instead of `reject` where there turns out to be no room. */
  refuse?: ((status: number) => void) | undefined;
}

export interface Pending extends Deferred, InFlight {
  unwatch: (() => void) | undefined;
}

// What submit returns in an addon without workers: one built without async_runtime.
export const noWorkers = -5;
const noMemory = -3;
export const started = 0;

/** The calls of this environment that native code has. */
export const pending = new CallsInFlight<Pending>();
export const client = binding.attach(onSettled, externalFrom());
// Copies of long strings fill V8's young generation, and from 128 KiB on it maps memory for each and gives it back to the system after,
// which holds the event loop longer than all else that a call does. Since Node.js 26 it keeps such memory, and of other runtimes,
// Bun has slow external strings.
function externalFrom(): number {
  const { node, bun, deno } = process.versions;
  return bun === undefined && deno === undefined && Number.parseInt(node, 10) < 26 ? 32 * 1024 : 0;
}

const copies = new Copies(() => binding.turn(client));

let inPlaceBytes = 0;

/** What `configure` says of small documents. */
export function convertInPlaceUpTo(bytes: number): void {
  inPlaceBytes = bytes;
}

let closing: Promise<void> | undefined;
let finishClosing: ((when: PromiseLike<void>) => void) | undefined;

/** Whether `close` has been called. */
export const isClosing = (): boolean => closing !== undefined;

/** Queues a conversion. The promise is made here: native code would make it in the wrong realm under Jest. */
export function submit(json: string, input: NativeInput, call: Call | undefined): Promise<string> {
  return traced(input, () => {
    return new Promise((resolve, reject) => {
      const status = start(json, input, call, { resolve, reject });
      if (status !== started) reject(refusal(status));
    });
  });
}

/**
 * The same for a caller that can wait: where there is no room, the call waits for others to end. `onTaken` is called when the
 * input has been copied, or never will be.
 */
export function submitWhenRoom(json: string, html: Input, call: Call, onTaken: () => void): Promise<string> {
  const wait = (deferred: Deferred) => waitForRoom(() => attempt(deferred), pending.size);
  const attempt = (deferred: Deferred) => {
    try {
      // Looked at anew each time: a buffer may lose its memory while the call waits.
      const status = start(json, nativeInput(html), call, deferred);
      if (isFull(status)) return false;
      if (status !== started) deferred.reject(refusal(status));
    } catch (error) {
      deferred.reject(error);
    }
    onTaken();
    return true;
  };
  try {
    return traced(
      nativeInput(html),
      () =>
        new Promise((resolve, reject) => {
          const refuse = (status: number) => (isFull(status) ? wait(deferred) : reject(refusal(status)));
          const deferred = { resolve, reject, refuse };
          if (!attempt(deferred)) wait(deferred);
        }),
    );
  } catch (error) {
    onTaken();
    return Promise.reject(error);
  }
}

// Returns `started` too for a call that settles at once; else why it was not taken.
function start(json: string, input: NativeInput, call: Call | undefined, deferred: Deferred): number {
  if (closing !== undefined) deferred.reject(new ConvertError('ERR_CLOSED', 'The call came after close()'));
  else if (call?.signal?.aborted) deferred.reject(call.signal.reason);
  else return push(json, input, call, deferred);
  return started;
}

function push(json: string, input: NativeInput, call: Call | undefined, deferred: Deferred): number {
  const length = nativeLength(input);
  if (inPlaceBytes > 0 && length <= inPlaceBytes) return convertInPlace(json, input, length, deferred);
  if (typeof input === 'string' && length > unitsEachTurn) return pushInTurns(json, input, call, deferred);
  const job: Pending = { resolve: deferred.resolve, reject: deferred.reject, unwatch: undefined, token: 0 };
  pending.add(job);
  wakeAfterwards();
  const id = binding.submit(client, json, input, length, job.token);
  if (id < 0) {
    pending.remove(job);
    return id === noWorkers ? convertInPlace(json, input, length, deferred) : id;
  }
  if (call !== undefined) abandonOn(call, job, () => binding.cancel(id));
  return started;
}

/** The same for a text that is copied over several turns of the event loop. It is not queued before it is whole. */
function pushInTurns(json: string, text: string, call: Call | undefined, deferred: Deferred): number {
  const draft = binding.draftOpen(json, text.length);
  if (draft === noWorkers) return convertInPlace(json, text, text.length, deferred);
  if (typeof draft === 'number') return draft;
  const job: Pending = { resolve: deferred.resolve, reject: deferred.reject, unwatch: undefined, token: 0 };
  pending.add(job);
  let id = 0;
  const end = copies.begin(
    text.length,
    (start, end) => binding.draftAppend(draft, slices(text, start, end), end === text.length),
    (whole) => {
      if (!whole) binding.draftDrop(draft);
      id = whole ? binding.draftSubmit(client, draft, job.token) : noMemory;
      if (id > 0) return;
      pending.remove(job);
      job.unwatch?.();
      offerRoom(pending.size);
      if (deferred.refuse) deferred.refuse(id);
      else deferred.reject(refusal(id));
      closeIfIdle();
    },
  );
  if (call !== undefined) {
    abandonOn(call, job, () => {
      end();
      if (id === 0) binding.draftDrop(draft);
      else binding.cancel(id);
    });
  }
  return started;
}

// A microtask runs when the calling code has, before anything that it awaits. Not queueMicrotask, which fake timers replace.
const ready = Promise.resolve();
let waking = false;

function wakeAfterwards(): void {
  if (waking) return;
  waking = true;
  ready.then(wakeWorkers);
}

function wakeWorkers(): void {
  waking = false;
  binding.wakeWorkers();
}

function convertInPlace(json: string, input: NativeInput, length: number, deferred: Deferred): number {
  settle(deferred, binding.convertSync(json, inSlices(input), length));
  return started;
}

function abandonOn(call: Call, job: Pending, stop: () => void): void {
  const abandon = (reason: unknown) => {
    pending.remove(job);
    job.unwatch?.();
    job.reject(reason);
    stop();
    offerRoom(pending.size);
    closeIfIdle();
  };
  try {
    job.unwatch = watch(call, abandon);
  } catch (error) {
    abandon(error); // A call that cannot be aborted as its caller wants is not made.
  }
}

/**
 * Native code holds this function weakly while nothing is in flight: being exported keeps it alive.
 *
 * @internal
 */
export function onSettled(...batch: unknown[]): void {
  if (batch.length === 0) {
    copies.turn();
    return;
  }
  // All are taken out first: what ends a watch may be a caller's code, whose new calls must not get the tokens of this batch.
  for (let i = 0; i < batch.length; i += 2) batch[i] = pending.take(batch[i] as number);
  for (let i = 0; i < batch.length; i += 2) {
    const job = batch[i] as Pending | undefined;
    if (job === undefined) continue; // abandoned
    job.unwatch?.();
    settleLater(job, batch[i + 1] as string | Failure | number);
    letGo(job);
  }
  offerRoom(pending.size);
  closeIfIdle();
}

// V8's maps, such as that of a stream's pieces, grow and shrink by new tables, and an old one keeps what was in it then, with all tables
// after it: until the next major collection, which may be far away. Through the promise that would be the Markdown.
function letGo(job: Pending): void {
  job.resolve = job.reject = gone;
  job.unwatch = undefined;
}

const gone = () => undefined;

function settleLater(job: Pending, outcome: string | Failure | number): void {
  job.resolve(typeof outcome === 'string' ? outcome : failing(outcome));
}

// An error of native code is made in a reaction on which the call's promise hangs: so V8 finds the async functions that await the call,
// and adds them to the error's stack. To keep a stack from each call would cost several times what the call does.
function failing(outcome: Failure | number): PromiseLike<never> {
  return reaction(() => {
    throw failed(outcome);
  });
}

/** What a promise is to be resolved with so that it hangs on a reaction when `act` runs. */
function reaction<T>(act: () => T): PromiseLike<T> {
  // biome-ignore lint/suspicious/noThenProperty: the promise calls it, unless it has been settled otherwise.
  return { then: (resolve, reject) => ready.then(act).then(resolve, reject) };
}

/** Settles a call that is carried out while its caller waits: an error's stack leads there. */
export function settle({ resolve, reject }: Deferred, outcome: string | Failure | number): void {
  if (typeof outcome === 'string') resolve(outcome);
  else reject(failed(outcome));
}

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
  closing ??= new Promise((resolve) => {
    finishClosing = resolve;
  });
  closeIfIdle();
  return closing;
}

export function closeIfIdle(): void {
  if (finishClosing === undefined || pending.size > 0) return;
  binding.release();
  finishClosing(reaction(gone)); // after the errors of the last calls
  finishClosing = undefined;
}
