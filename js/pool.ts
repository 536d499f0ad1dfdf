import { setImmediate } from 'node:timers';
import { type Call, watch } from './abort.js';
import { binding, type Failure, type NativeInput } from './binding.js';
import { ConvertError } from './errors.js';
import { inSlices, nativeLength } from './input.js';

interface Deferred {
  resolve(markdown: string): void;
  reject(reason: unknown): void;
}

interface Pending extends Deferred {
  unwatch: (() => void) | undefined;
}

// What submit returns in an addon without workers: one built without async_runtime.
const noWorkers = -5;

// By a token that the addon gives back with the outcome: a counter of 30 bits, which V8 keeps without an allocation. It
// comes round after a billion calls; the few that are in flight then are passed over.
const pending = new Map<number, Pending>();
let lastToken = 0;
const client = binding.attach(onSettled, externalFrom());
// From 128 KiB on V8 maps memory for each string and gives it back to the system after, which holds the event loop longer than all
// else that a call does. Since Node.js 26 it keeps such memory, and of other runtimes, Bun has slow external strings.
function externalFrom(): number {
  const { node, bun, deno } = process.versions;
  return bun === undefined && deno === undefined && Number.parseInt(node, 10) < 26 ? 128 * 1024 : 0;
}

let closing: Promise<void> | undefined;
let finishClosing: (() => void) | undefined;

/** Queues a conversion. The promise is made here: native code would make it in the wrong realm under Jest. */
export function submit(json: string, input: NativeInput, call: Call | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    if (closing !== undefined) return reject(new ConvertError('ERR_CLOSED', 'The call came after close()'));
    if (call?.signal?.aborted) return reject(call.signal.reason);
    const length = nativeLength(input);
    const token = nextToken();
    const id = binding.submit(client, json, inSlices(input), length, token);
    if (id === noWorkers) return settle({ resolve, reject }, binding.convertSync(json, inSlices(input), length));
    if (id < 0) return reject(refusal(id));
    const job: Pending = { resolve, reject, unwatch: undefined };
    pending.set(token, job);
    if (call !== undefined) abandonOn(call, id, token, job);
  });
}

function nextToken(): number {
  do lastToken = (lastToken + 1) & 0x3fffffff;
  while (pending.has(lastToken));
  return lastToken;
}

function abandonOn(call: Call, id: number, token: number, job: Pending): void {
  job.unwatch = watch(call, (reason) => {
    pending.delete(token);
    job.unwatch?.();
    job.reject(reason);
    binding.cancel(id);
    closeIfIdle();
  });
}

/**
 * Native code holds this function weakly while nothing is in flight: being exported keeps it alive.
 *
 * @internal
 */
export function onSettled(...batch: readonly unknown[]): void {
  if (batch.length === 0) {
    setImmediate(binding.settle);
    return;
  }
  for (let i = 0; i < batch.length; i += 2) {
    const token = batch[i] as number;
    const job = pending.get(token);
    if (job === undefined) continue; // abandoned
    pending.delete(token);
    job.unwatch?.();
    settle(job, batch[i + 1] as string | Failure);
  }
  closeIfIdle();
}

// An error's stack does not lead to the call: keeping one from there would cost several times what the call does.
function settle({ resolve, reject }: Deferred, outcome: string | Failure | number): void {
  if (typeof outcome === 'string') resolve(outcome);
  else if (typeof outcome === 'number') reject(refusal(outcome));
  else reject(new ConvertError(outcome.code, outcome.message));
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

function closeIfIdle(): void {
  if (finishClosing === undefined || pending.size > 0) return;
  binding.release();
  finishClosing();
  finishClosing = undefined;
}

/** The error for a negative status of native code. */
export function refusal(status: number): ConvertError {
  switch (status) {
    case -1:
      return new ConvertError('ERR_QUEUE_FULL', 'As many calls as maxQueue allows are waiting already');
    case -2:
      return new ConvertError('ERR_QUEUE_FULL', 'The inputs that wait would be larger than maxQueuedBytes allows');
    case -3:
      return new ConvertError('ERR_INTERNAL', 'There is not enough memory to copy the input');
    case -6:
      return new ConvertError(
        'ERR_INPUT_TOO_LARGE',
        'Converting the document may need more memory than memoryLimit allows',
      );
    case -7:
      return new ConvertError('ERR_QUEUE_FULL', 'The calls in flight leave too little of memoryLimit for the document');
    default:
      return new ConvertError(
        'ERR_INTERNAL',
        'This environment cannot run calls: it is ending, or its pool could not be made',
      );
  }
}
