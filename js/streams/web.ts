import type { Call } from '../call.js';
import type { Encoded } from '../encoded.js';
import { newTransformStream } from '../host/node.js';
import type { Input } from '../input.js';
import { StreamedDocument } from './document.js';

/** A TransformStream for one document. An error on either side ends the other. */
export function webStream(options: Encoded, call: Call | undefined): TransformStream<Input, string> {
  let document: StreamedDocument;
  return newTransformStream<Input, string>({
    start(controller) {
      document = new StreamedDocument(options, call, (reason) => {
        controller.error(reason);
        document.stop(reason);
      });
    },
    async transform(chunk, controller) {
      try {
        for (const piece of document.cut(chunk)) {
          const markdown = await document.send(piece);
          if (markdown !== '') controller.enqueue(markdown);
        }
      } catch (error) {
        document.stop(error);
        throw error;
      }
    },
    async flush(controller) {
      const markdown = await document.end();
      if (markdown !== '') controller.enqueue(markdown);
    },
    cancel(reason: unknown) {
      document.stop(reason);
    },
  } as Transformer);
}

// The standard has cancel, the types do not yet.
type Transformer = import('node:stream/web').Transformer<Input, string> & { cancel(reason: unknown): void };
