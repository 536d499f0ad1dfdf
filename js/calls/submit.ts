import { engine, pool } from '../backend/load.js';
import type { Call } from '../call.js';
import type { Input } from '../input.js';
import type { NativeInput } from '../native/binding.js';
import { outputBytes, PushStatus } from '../native/border.generated.js';
import type { Markdown } from '../native/form.js';
import { inSlices, nativeInput, nativeLength, slices } from '../native/input.js';
import { closedError, isFull, refusal } from '../native/status.js';
import { calls, started } from './calls.js';
import { unitsEachTurn } from './copy-in-turns.js';
import { type Deferred, markdownOf, settleNow } from './outcome.js';
import { traced } from './trace.js';

// Native code gives bytes as a buffer, of its own realm.
function asked(resolve: (markdown: Markdown | PromiseLike<string>) => void, form: number): Deferred['resolve'] {
  return form & outputBytes
    ? (outcome) => resolve(markdownOf(outcome as Markdown | PromiseLike<string>))
    : (resolve as Deferred['resolve']);
}

interface Submission extends Deferred {
  /** Called instead of `reject` where there turns out to be no room. */
  refuse?: ((status: number) => void) | undefined;
}

/** Queues a conversion. The promise is made here: native code would make it in the wrong realm under Jest. */
export function submit(json: string, input: NativeInput, call: Call | undefined, form: number): Promise<Markdown> {
  return traced(input, () => {
    return new Promise((resolve, reject) => {
      const status = start(json, input, call, form, { resolve: asked(resolve, form), reject });
      if (status !== started) reject(refusal(status));
    });
  });
}

/**
 * As submit, for a caller that can wait: where there is no room, the call waits for others to end. `onTaken` is called when the
 * input has been copied, or never will be.
 */
export function submitWhenRoom(
  json: string,
  html: Input,
  call: Call,
  form: number,
  onTaken: () => void,
): Promise<Markdown> {
  const wait = (submission: Submission) => calls.backpressure.wait(() => attempt(submission));
  const attempt = (submission: Submission) => {
    try {
      // Looked at anew each time: a buffer may lose its memory while the call waits.
      const status = start(json, nativeInput(html), call, form, submission);
      if (isFull(status)) return false;
      if (status !== started) submission.reject(refusal(status));
    } catch (error) {
      submission.reject(error);
    }
    onTaken();
    return true;
  };
  try {
    return traced(
      nativeInput(html),
      () =>
        new Promise((resolve, reject) => {
          const refuse = (status: number) => (isFull(status) ? wait(submission) : reject(refusal(status)));
          const submission = { resolve: asked(resolve, form), reject, refuse };
          if (!attempt(submission)) wait(submission);
        }),
    );
  } catch (error) {
    onTaken();
    return Promise.reject(error);
  }
}

// Returns `started` too for a call that settles at once; else why it was not taken.
function start(json: string, input: NativeInput, call: Call | undefined, form: number, submission: Submission): number {
  if (calls.isClosing) submission.reject(closedError('The call came'));
  else if (call?.signal?.aborted) submission.reject(call.signal.reason);
  else return push(json, input, call, form, submission);
  return started;
}

function push(json: string, input: NativeInput, call: Call | undefined, form: number, submission: Submission): number {
  const length = nativeLength(input);
  if (calls.inPlaceBytes > 0 && length <= calls.inPlaceBytes)
    return convertInPlace(json, input, length, form, submission);
  if (typeof input === 'string' && length > unitsEachTurn) return pushInTurns(json, input, call, form, submission);
  const pending = calls.begin(submission);
  calls.wakeAfterwards();
  const status = calls.submit(pending, (client, token) => pool.submit(client, json, input, length, token, form));
  if (status === PushStatus.noWorkers) return convertInPlace(json, input, length, form, submission);
  if (status === started && call !== undefined) calls.abandonOn(call, pending);
  return status;
}

/** As push, for a text that is copied over several turns of the event loop. It is not queued before it is whole. */
function pushInTurns(json: string, text: string, call: Call | undefined, form: number, submission: Submission): number {
  const draft = pool.draftOpen(json, text.length, form);
  if (draft === PushStatus.noWorkers) return convertInPlace(json, text, text.length, form, submission);
  if (typeof draft === 'number') return draft;
  const pending = calls.begin(submission);
  const refuse = (status: number) => {
    pending.unwatch?.();
    calls.ended(); // before it may wait itself
    if (submission.refuse) submission.refuse(status);
    else submission.reject(refusal(status));
  };
  const endCopy = calls.copies.begin(
    text.length,
    (start, end) => pool.draftAppend(draft, slices(text, start, end), end === text.length),
    (whole) => {
      if (!whole) {
        pool.draftDrop(draft);
        calls.drop(pending);
        return refuse(PushStatus.noMemory);
      }
      const status = calls.submit(pending, (client, token) => pool.draftSubmit(client, draft, token));
      if (status !== started) refuse(status);
    },
  );
  if (call !== undefined) {
    calls.abandonOn(call, pending, () => {
      endCopy();
      if (pending.id === 0) pool.draftDrop(draft);
    });
  }
  return started;
}

function convertInPlace(
  json: string,
  input: NativeInput,
  length: number,
  form: number,
  submission: Submission,
): number {
  settleNow(submission, engine.convertSync(json, inSlices(input), length, form));
  return started;
}
