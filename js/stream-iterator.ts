import type { ReadableStream } from 'node:stream/web';
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
  let abort: (reason: unknown) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    abort = reject;
  });
  stopped.catch(() => undefined); // It is heard of where it is waited for.
  const chunks = iterate(source);
  const pieces = new Pieces(json, call, (reason) => abort(reason));
  let whole = false;
  try {
    for (;;) {
      // Raced, since a source may never answer.
      const { done, value } = await Promise.race([chunks.next(), stopped]);
      if (done) break;
      for (const piece of pieces.cut(value)) {
        const markdown = await Promise.race([pieces.send(piece), stopped]);
        if (markdown !== '') yield markdown;
      }
    }
    whole = true;
    const markdown = await Promise.race([pieces.end(), stopped]);
    if (markdown !== '') yield markdown;
  } finally {
    pieces.stop(new Error('The conversion was ended'));
    // Not waited for: a source that is stuck would hold the caller.
    if (!whole) void Promise.resolve(chunks.return?.()).catch(() => undefined);
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
