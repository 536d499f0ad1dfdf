// What js/host/node.ts is for browsers and for runtimes at the edge: the same, of what they all have.
import type { Transformer } from 'node:stream/web';

export const newTransformStream = <I, O>(transformer: Transformer<I, O>): TransformStream<I, O> =>
  new TransformStream(transformer);

// The getters themselves, which look at what a value is and not at what it says it is.
const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
const tagOf = Object.getOwnPropertyDescriptor(typedArray, Symbol.toStringTag)?.get as () => unknown;
const lengthOf = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get as () => unknown;

export const isUint8Array = (value: unknown): value is Uint8Array => tagOf.call(value) === 'Uint8Array';

export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  try {
    lengthOf.call(value);
    return true;
  } catch {
    return false;
  }
}

export const isNativeError = (value: unknown): value is Error =>
  value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';

export function inspect(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `[Function: ${value.name || '(anonymous)'}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return inside('[', value.slice(0, 5).map(inspectInside), value.length - 5, ']');
  const name = Object.prototype.toString.call(value).slice(8, -1);
  if (name !== 'Object') return value instanceof Error ? `[${value}]` : name;
  const members = Object.keys(value).map((key) => `${key}: ${inspectInside((value as Record<string, unknown>)[key])}`);
  return members.length === 0 ? '{}' : inside('{ ', members, 0, ' }');
}

const inside = (open: string, parts: string[], more: number, close: string) =>
  `${open}${[...parts, ...(more > 0 ? [`... ${more} more`] : [])].join(', ')}${close}`;

const inspectInside = (value: unknown): string =>
  typeof value === 'object' && value !== null ? `[${Array.isArray(value) ? 'Array' : 'Object'}]` : inspect(value);

export function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}

export function nextTurn(act: () => void): void {
  setTimeout(act, 0);
}

const encoder = new TextEncoder();

export const utf8Length = (text: string): number => encoder.encode(text).length;

export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text);

export const viewOf = (buffer: ArrayBuffer, offset = 0): Uint8Array => new Uint8Array(buffer, offset);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const utf8Text = (view: Uint8Array, start: number, end: number): string =>
  decoder.decode(view.subarray(start, end));

export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** Nobody listens. */
export const tracing = () => ({ hasSubscribers: false, tracePromise: (call: () => Promise<unknown>) => call() });

/** There is no native code. */
export const externalFrom = 0;
export const hasExternalBytes = () => false;

/** What has been transferred need not be copied for a thread. */
export const lends = true;

export const transferred = (buffer: ArrayBuffer): ArrayBuffer => structuredClone(buffer, { transfer: [buffer] });
