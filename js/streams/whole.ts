import type { Call } from '../call.js';
import { tracedReading } from '../calls/trace.js';
import type { Encoded } from '../encoded.js';
import type { Source } from '../input.js';
import type { Markdown } from '../native/form.js';
import { invalidInput } from '../native/input.js';
import { isUnread } from '../native/unread.js';
import { convertStream, type OnRead } from './iterator.js';

/**
 * Converts a document that has to be read first, while it is read. It waits for room, as all streams do. Rejects with ERR_INVALID_ARG for what is
 * none.
 */
export function convertUnread<T extends Markdown>(
  options: Encoded,
  html: unknown,
  call: Call | undefined,
  asBytes: boolean,
): Promise<T> {
  if (!isUnread(html)) return Promise.reject(invalidInput(html));
  return tracedReading<T>(
    (onRead) => readWhole(options, html as Source, call, asBytes, onRead) as Promise<T>,
    () => call?.signal?.aborted === true,
  );
}

async function readWhole(
  options: Encoded,
  source: Source,
  call: Call | undefined,
  asBytes: boolean,
  onRead?: OnRead,
): Promise<Markdown> {
  const parts: Markdown[] = [];
  for await (const part of convertStream<Markdown>(options, source, call, asBytes, onRead)) parts.push(part);
  return asBytes ? joined(parts as Uint8Array<ArrayBuffer>[]) : parts.join('');
}

// Not what the host has for that, which may be a part of a larger buffer.
function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  if (parts.length === 1) return parts[0] as Uint8Array<ArrayBuffer>;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
