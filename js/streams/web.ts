import type { Call } from '../call.js';
import type { Encoded } from '../encoded.js';
import { newTransformStream } from '../host/node.js';
import type { Input } from '../input.js';
import { StreamedDocument } from './document.js';

/** A TransformStream for one document. An error on either side ends the other. */
export function webStream<Markdown extends string | Uint8Array<ArrayBuffer>>(
  options: Encoded,
  call: Call | undefined,
  asBytes: boolean,
): TransformStream<Input, Markdown> {
  let document: StreamedDocument<Markdown>;
  return newTransformStream<Input, Markdown>({
    start(controller) {
      const stop = (reason: unknown) => {
        controller.error(reason);
        document.stop(reason);
      };
      document = new StreamedDocument(options, call, stop, () => asBytes);
    },
    async transform(chunk, controller) {
      try {
        for (const piece of document.cut(chunk)) {
          const markdown = await document.send(piece);
          if (markdown.length > 0) controller.enqueue(markdown);
        }
      } catch (error) {
        document.stop(error);
        throw error;
      }
    },
    async flush(controller) {
      const markdown = await document.end();
      if (markdown.length > 0) controller.enqueue(markdown);
    },
    cancel(reason: unknown) {
      document.stop(reason);
    },
  } as Transformer<Markdown>);
}

// The standard has cancel, the types do not yet.
type Transformer<Markdown> = import('node:stream/web').Transformer<Input, Markdown> & { cancel(reason: unknown): void };
