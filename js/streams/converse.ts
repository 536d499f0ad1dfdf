import type { Call } from '../call.js';
import { calls } from '../calls/calls.js';
import { isAnswered } from '../calls/outcome.js';
import { traced } from '../calls/trace.js';
import type { Input } from '../input.js';
import type { NativeInput } from '../native/binding.js';
import { nativeInput } from '../native/input.js';
import { closedError, failed } from '../native/status.js';
import { type Asked, Conversation } from '../rules/asked.js';
import { type HandOver, StreamedDocument } from './document.js';
import { LocalDocument } from './local.js';

/** Converts a document whose rules are functions: a stream of messages, between which these are asked, by levels of nesting. */
export function converse(json: string, asked: Asked, input: NativeInput, call: Call | undefined): Promise<string> {
  return traced(input, () => begin(json, asked, input, call, { waits: false }));
}

/** As converse, for a caller that can wait for room. `onTaken` is called when the input has been copied, or never will be. */
export function converseWhenRoom(
  json: string,
  asked: Asked,
  html: Input,
  call: Call,
  onTaken: () => void,
): Promise<string> {
  try {
    const input = nativeInput(html);
    return traced(input, () => begin(json, asked, input, call, { waits: true, onTaken }));
  } catch (error) {
    onTaken();
    return Promise.reject(error);
  }
}

async function begin(
  json: string,
  asked: Asked,
  input: NativeInput,
  call: Call | undefined,
  handOver: HandOver,
): Promise<string> {
  if (calls.isClosing) {
    handOver.onTaken?.();
    throw closedError('The call came');
  }
  if (call?.signal?.aborted) {
    handOver.onTaken?.();
    throw call.signal.reason;
  }
  const document: StreamedDocument = new StreamedDocument({ json, asked }, call, (reason) => document.stop(reason));
  return document.sendWhole(input, handOver);
}

/** Converts such a document on the calling thread, on which the functions are called, too. */
export function converseNow(json: string, asked: Asked, input: NativeInput): string {
  const conversation = new Conversation(asked);
  const document = new LocalDocument(json);
  try {
    let outcome = document.send(input);
    while (isAnswered(outcome) && typeof outcome !== 'string') {
      outcome = document.send(conversation.answerNow(outcome));
    }
    if (typeof outcome === 'string') return outcome;
    throw failed(outcome);
  } finally {
    document.close();
    conversation.end(new Error('The conversion has ended'));
  }
}
