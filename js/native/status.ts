import { ConvertError } from '../errors.js';
import type { Failure } from './binding.js';
import { PushStatus } from './border.generated.js';

// The queue is full, or memory, by calls that will end.
const full: Readonly<Record<number, string>> = {
  [PushStatus.queueFull]: 'As many calls as maxQueue allows are waiting already',
  [PushStatus.queuedBytesFull]: 'The inputs that wait would be larger than maxQueuedBytes allows',
  [PushStatus.memoryLimitFull]:
    'The calls in flight and the results that are held leave too little of memoryLimit for the document',
};

const remedy =
  'await some calls before making more, use convertAll, which waits for room, or raise the limit by configure';

/** Reports whether a call may be taken later, when others have ended. */
export const isFull = (status: number): boolean => status in full;

/** The error for the status of a call that was not taken. */
export function refusal(status: number): ConvertError {
  if (isFull(status)) return new ConvertError('ERR_QUEUE_FULL', `${full[status]}: ${remedy}`);
  switch (status) {
    case PushStatus.noMemory:
      return new ConvertError('ERR_INTERNAL', 'There is not enough memory to copy the input');
    case PushStatus.overMemoryLimit:
      return new ConvertError(
        'ERR_INPUT_TOO_LARGE',
        'The document needs more memory than memoryLimit allows: split it, or raise the limit by configure',
      );
    default:
      return new ConvertError(
        'ERR_INTERNAL',
        'This environment cannot run calls: it is ending, or its pool could not be made',
      );
  }
}

/** Returns the error for what comes after `close`. */
export function closedError(what: string): ConvertError {
  return new ConvertError('ERR_CLOSED', `${what} after close(). To make calls again, call reset() first`);
}

/** Returns the error for an outcome that is no Markdown. */
export function failed(outcome: Failure | number): ConvertError {
  return typeof outcome === 'number' ? refusal(outcome) : new ConvertError(outcome.code, outcome.message);
}
