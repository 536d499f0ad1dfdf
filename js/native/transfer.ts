import { isArrayBuffer, isUint8Array, lends, transferred } from '../host/node.js';
import { nativeInput } from './input.js';

// The getters themselves: see js/native/input.ts.
const view = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(Uint8Array.prototype)) as unknown as Record<
  'buffer' | 'byteLength',
  { get: (this: Uint8Array) => unknown }
>;

/** How many documents have been taken over, and how many were to be that had to be copied. */
export const counts = { transferred: 0, copied: 0 };

/**
 * Takes the buffer of a document over, which its caller loses, and returns what has it now. Returns undefined for what must be copied: text,
 * a part of a buffer, memory that can be shared or resized, and what its owner has marked as untransferable. Throws ERR_INVALID_ARG.
 */
export function takenOver(html: unknown): Uint8Array | undefined {
  nativeInput(html);
  const taken = take(html);
  if (taken === undefined) counts.copied++;
  else counts.transferred++;
  return taken;
}

function take(html: unknown): Uint8Array | undefined {
  const buffer = isUint8Array(html) ? whole(html) : html;
  if (!lends || !isArrayBuffer(buffer) || (buffer as { resizable?: boolean }).resizable) return undefined;
  try {
    return new Uint8Array(transferred(buffer));
  } catch {
    return undefined;
  }
}

// Others may have the rest of a buffer: Node.js makes small ones of parts of a large one.
function whole(html: Uint8Array): unknown {
  const buffer = view.buffer.get.call(html);
  const isWhole = isArrayBuffer(buffer) && buffer.byteLength === view.byteLength.get.call(html);
  return isWhole ? buffer : undefined;
}
