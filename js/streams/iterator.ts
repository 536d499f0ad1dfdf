import type { Call } from '../call.js';
import type { Encoded } from '../encoded.js';
import { invalidArg } from '../errors.js';
import type { Input, Source } from '../input.js';
import { StreamedDocument } from './document.js';

/** Reads a document to its end, and yields its Markdown. */
export async function* convertStream<Markdown extends string | Uint8Array<ArrayBuffer>>(
  options: Encoded,
  source: Source,
  call: Call | undefined,
  asBytes: boolean,
): AsyncGenerator<Markdown, void, undefined> {
  let interrupt: ((reason: unknown) => void) | undefined;
  const stop = (reason: unknown) => {
    document.stop(reason);
    stopped = { reason };
    interrupt?.(reason);
  };
  const document = new StreamedDocument<Markdown>(options, call, stop, () => asBytes);
  let stopped: { reason: unknown } | undefined;
  let chunks: AsyncIterator<Input> | Iterator<Input> | undefined;
  let whole = false;
  try {
    const opened = iterate(source);
    chunks = opened;
    for (;;) {
      // A source may never answer. Promise.race would keep every chunk, for as long as the promise that did not win.
      const { done, value } = await new Promise<IteratorResult<Input>>((resolve, reject) => {
        if (stopped !== undefined) return reject(stopped.reason);
        interrupt = reject;
        Promise.resolve(opened.next()).then(resolve, reject);
      });
      if (done) break;
      for (const piece of document.cut(value)) {
        const markdown = await document.send(piece);
        if (markdown.length > 0) yield markdown;
      }
    }
    whole = true;
    const markdown = await document.end();
    if (markdown.length > 0) yield markdown;
  } finally {
    document.stop(new Error('The conversion was ended'));
    // Not waited for: a source that is stuck would hold the caller.
    if (!whole) void (async () => chunks?.return?.())().catch(() => undefined);
  }
}

function iterate(source: unknown): AsyncIterator<Input> | Iterator<Input> {
  if (typeof source === 'object' && source !== null) {
    const { [Symbol.asyncIterator]: asynchronous, [Symbol.iterator]: synchronous } = source as AsyncIterable<Input> &
      Iterable<Input>;
    if (typeof asynchronous === 'function') return asynchronous.call(source);
    if (typeof synchronous === 'function') return synchronous.call(source);
  }
  throw invalidArg('an async iterable, iterable or ReadableStream', 'source', source);
}
