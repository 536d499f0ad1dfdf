import type { Encoded } from './encoded.js';
import { invalidOption } from './errors.js';
import { encodeOptions, requireKnownKeys, requireObject } from './options.js';

/** What belongs to one asynchronous call, and not to the conversion. */
export interface Call {
  /**
   * Aborts the call: it rejects with `signal.reason`, at once, and work that has not begun is not done.
   *
   * @default undefined
   */
  signal?: AbortSignal | undefined;
  /**
   * Milliseconds, above 0, that the call may take, waiting included. After them it rejects with `ERR_TIMEOUT`. A timeout
   * is seen when the event loop turns.
   *
   * @default undefined (no limit)
   */
  timeout?: number | undefined;
}

/** The names of `Call`: what an options object of an asynchronous call may hold beside the options. */
export const callNames: readonly string[] = ['signal', 'timeout'];

// The longest delay that setTimeout takes; a longer one would fire at once.
const longest = 2 ** 31 - 1;

/** Reads and checks what `source`, an object called `name` in messages, says about the call. Returns undefined if nothing. */
export function readCall(source: Call, name: string): Call | undefined {
  const { signal, timeout } = source;
  if (signal === undefined && timeout === undefined) return undefined;
  if (signal !== undefined && !isSignal(signal)) throw invalidOption('an AbortSignal', `${name}.signal`, signal);
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout > 0 && timeout <= longest)) {
    throw invalidOption(`a number of milliseconds above 0 and up to ${longest}`, `${name}.timeout`, timeout);
  }
  return { signal, timeout };
}

// Not instanceof: signals come from other realms and from libraries.
function isSignal(value: unknown): value is AbortSignal {
  if (typeof value !== 'object' || value === null) return false;
  const { aborted, addEventListener, removeEventListener } = value as Partial<AbortSignal>;
  return (
    typeof aborted === 'boolean' && typeof addEventListener === 'function' && typeof removeEventListener === 'function'
  );
}

/** Checks the argument `call` of a converter's methods. Returns undefined if it says nothing. */
export function checkCall(call: unknown): Call | undefined {
  return call === undefined ? undefined : readCall(requireCall(call, callNames), 'call');
}

/** Checks that the argument `call` is an object with none but the names that are known. */
export function requireCall(call: unknown, known: readonly string[]): object {
  const source = requireObject(call, 'call');
  requireKnownKeys(source, 'call', known);
  return source;
}

/** Returns the options of an object that may also say what belongs to the call, as they are used, and the call. */
export function encodeOptionsAndCall(
  options: unknown,
  names: readonly string[] = callNames,
): { encoded: Encoded; call: Call | undefined } {
  const encoded = encodeOptions(options, names);
  return { encoded, call: options === undefined ? undefined : readCall(options as Call, 'options') };
}
