import { ConvertError } from '../errors.js';
import type { Failure } from './binding.js';

// What native code returns for a call that it does not take; addon/shim.h has the same numbers.

export const noMemory = -3;
/** In an addon without workers: one built without async_runtime. */
export const noWorkers = -5;
const tooLarge = -6;

// The queue is full, or memory, by calls that will end.
const full: Readonly<Record<number, string>> = {
  [-1]: 'As many calls as maxQueue allows are waiting already',
  [-2]: 'The inputs that wait would be larger than maxQueuedBytes allows',
  [-7]: 'The calls in flight and the results that are held leave too little of memoryLimit for the document',
};

const remedy =
  'await some calls before making more, use convertAll, which waits for room, or raise the limit by configure';

/** Reports whether a call may be taken later, when others have ended. */
export const isFull = (status: number): boolean => status in full;

/** Returns the error for a negative status of native code. */
export function refusal(status: number): ConvertError {
  if (isFull(status)) return new ConvertError('ERR_QUEUE_FULL', `${full[status]}: ${remedy}`);
  switch (status) {
    case noMemory:
      return new ConvertError('ERR_INTERNAL', 'There is not enough memory to copy the input');
    case tooLarge:
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

/** Returns the error for an outcome that is no Markdown. */
export function failed(outcome: Failure | number): ConvertError {
  return typeof outcome === 'number' ? refusal(outcome) : new ConvertError(outcome.code, outcome.message);
}
