import { inspect } from './host/node.js';
import type { ConvertErrorCode } from './native/border.generated.js';
import { nearest } from './nearest.js';
import type { Place } from './rules/tree.js';

export type { ConvertErrorCode } from './native/border.generated.js';

/**
 * The one error class of this package. Only an aborted call fails with something else: the signal's own `reason`.
 *
 * @example
 * try {
 *   await convert(html, { timeout: 100 });
 * } catch (error) {
 *   if (error instanceof ConvertError && error.code === 'ERR_TIMEOUT') return null;
 *   throw error;
 * }
 */
export class ConvertError extends Error {
  /** What went wrong, from a closed list. */
  readonly code: ConvertErrorCode;
  /** Of `ERR_RULE`: what the rule threw or rejected with, if that is why. */
  declare readonly cause?: unknown;
  /** Of `ERR_RULE`: the selector of the rule. */
  declare readonly selector?: string;
  /** Of `ERR_RULE`: where in the document the element stands that the rule was asked for. */
  declare readonly place?: Place;

  constructor(code: ConvertErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

// Not in the class: bundlers give one that names itself another name, which Node.js would print.
Object.defineProperty(ConvertError.prototype, 'name', { value: 'ConvertError', configurable: true, writable: true });

/** Returns the error for an argument that is wrong as a whole. */
export function invalidArg(what: string, name: string, value: unknown): ConvertError {
  return new ConvertError('ERR_INVALID_ARG', sentence(what, name, printed(value), value));
}

/** Returns the error for a buffer whose memory is gone. `state` says how, in place of the value. */
export function invalidBuffer(what: string, name: string, state: string, value: unknown): ConvertError {
  return new ConvertError('ERR_INVALID_ARG', sentence(what, name, state, value));
}

/** Returns the error for one property of an options object. */
export function invalidOption(what: string, name: string, value: unknown): ConvertError {
  return new ConvertError('ERR_INVALID_OPTION', sentence(what, name, printed(value), value));
}

/** Returns the error for a property that no option has. */
export function unknownOption(name: string, key: string, known: readonly string[]): ConvertError {
  const error = invalidOption('a known option name', name, key);
  const meant = nearest(key, known);
  if (meant !== undefined) error.message += `. Did you mean '${meant}'?`;
  if (known.length > 0) error.message += `${meant === undefined ? '.' : ''} Known are ${known.join(', ')}`;
  return error;
}

// The one sentence of every wrong argument. core writes the same for the options that it checks.
function sentence(what: string, name: string, value: string, original: unknown): string {
  return `Expected ${what} for ${name} but received ${value} of type ${typeof original}`;
}

/** Returns the value for a message: as Node.js prints it, but no longer than a message can be read. */
export function printed(value: unknown): string {
  return typeof value === 'string' ? `'${cut(value)}'` : cut(print(value));
}

/** Returns the value as Node.js prints it, however long that is. */
export function print(value: unknown): string {
  try {
    return inspect(value);
  } catch {
    return 'an object that cannot be printed';
  }
}

/** Returns a text for a message: 40 characters of it, as in core. */
export function cut(text: string): string {
  const characters = Array.from(text.slice(0, 82));
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}
