import { type ConvertError, invalidArg, invalidBuffer } from '../errors.js';
import { isArrayBuffer, isUint8Array } from '../host/node.js';
import type { NativeInput } from './binding.js';
import { sliceUnits } from './border.generated.js';
import { adviceFor } from './unread.js';

const what = 'a string, Uint8Array or ArrayBuffer';

// The getter itself: an own property of that name on a caller's object must not lie to native code.
const lengthOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength')?.get as (
  this: Uint8Array,
) => number;

/** Returns the input as native code takes it. Throws ERR_INVALID_ARG. */
export function nativeInput(html: unknown): NativeInput {
  const input = heldInput(html);
  if (input === undefined) throw invalidInput(html);
  return input;
}

/** Returns the error for what is no document, which says what to do with it. */
export function invalidInput(html: unknown): ConvertError {
  const error = invalidArg(what, 'html', html);
  error.message += adviceFor(html);
  return error;
}

/** As nativeInput, but returns undefined for all that is neither text nor bytes. Throws ERR_INVALID_ARG for bytes that are gone. */
export function heldInput(html: unknown): NativeInput | undefined {
  if (typeof html === 'string') return html;
  if (isUint8Array(html)) {
    if (nativeLength(html) === 0) refuseLostMemory(html);
    return html;
  }
  if (isArrayBuffer(html)) {
    try {
      return new Uint8Array(html);
    } catch {
      throw invalidBuffer(what, 'html', 'a detached ArrayBuffer', html);
    }
  }
  return undefined;
}

/** A long string in slices, which V8 does not copy; everything else as it is. */
export function inSlices(input: NativeInput): NativeInput | readonly string[] {
  if (typeof input !== 'string' || input.length <= sliceUnits) return input;
  return slices(input, 0, input.length);
}

/** Returns a part of a text in slices. */
export function slices(text: string, start: number, end: number): string[] {
  const cut: string[] = [];
  for (let at = start; at < end; at += sliceUnits) cut.push(text.slice(at, Math.min(at + sliceUnits, end)));
  return cut;
}

/** Returns the UTF-16 code units of a string, the bytes of a view. */
export function nativeLength(input: NativeInput): number {
  return typeof input === 'string' ? input.length : lengthOf.call(input);
}

// Without its memory a view has length 0, but unlike an empty one it refuses to be read.
function refuseLostMemory(view: Uint8Array): void {
  try {
    Uint8Array.prototype.at.call(view, 0);
  } catch {
    throw invalidBuffer(
      what,
      'html',
      isDetached(view.buffer) ? 'a detached Uint8Array' : 'a Uint8Array outside of its resized buffer',
      view,
    );
  }
}

function isDetached(buffer: ArrayBufferLike): boolean {
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}
