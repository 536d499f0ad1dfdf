import type { Call } from '../call.js';
import type { Encoded } from '../encoded.js';
import type { Input, Source } from '../input.js';
import type { NativeInput } from '../native/binding.js';
import { type Chunks, sourceOf } from './body.js';
import { StreamedDocument } from './document.js';

/** Is told of each piece that has been read. */
export type OnRead = (piece: NativeInput) => void;

/** Reads a document to its end, and yields its Markdown. */
export async function* convertStream<Markdown extends string | Uint8Array<ArrayBuffer>>(
  given: Encoded,
  source: Source,
  call: Call | undefined,
  asBytes: boolean,
  onRead?: OnRead,
): AsyncGenerator<Markdown, void, undefined> {
  const { options, open } = sourceOf(given, source);
  let interrupt: ((reason: unknown) => void) | undefined;
  const stop = (reason: unknown) => {
    document.stop(reason);
    stopped = { reason };
    interrupt?.(reason);
  };
  const document = new StreamedDocument<Markdown>(options, call, stop, () => asBytes);
  let stopped: { reason: unknown } | undefined;
  let chunks: Chunks | undefined;
  let whole = false;
  try {
    const opened = open();
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
        onRead?.(piece);
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
