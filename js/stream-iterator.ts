import type { Call } from './abort.js';
import type { Input } from './input.js';
import { invalidSource, Pieces } from './pieces.js';

/** Where the pieces of a document come from: a Node.js or web stream, an async generator, an array. */
export type Source = AsyncIterable<Input> | Iterable<Input> | ReadableStream<Input>;

/** Reads a document to its end, and yields its Markdown. */
export async function* convertStream(
  json: string,
  source: Source,
  call: Call | undefined,
): AsyncGenerator<string, void, undefined> {
  let interrupt: ((reason: unknown) => void) | undefined;
  const pieces = new Pieces(json, call, (reason) => {
    pieces.stop(reason);
    stopped = { reason };
    interrupt?.(reason);
  });
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
      for (const piece of pieces.cut(value)) {
        const markdown = await pieces.send(piece);
        if (markdown !== '') yield markdown;
      }
    }
    whole = true;
    const markdown = await pieces.end();
    if (markdown !== '') yield markdown;
  } finally {
    pieces.stop(new Error('The conversion was ended'));
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
  throw invalidSource(source);
}
