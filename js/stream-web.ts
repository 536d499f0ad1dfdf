import { TransformStream } from 'node:stream/web';
import type { Call } from './abort.js';
import type { Input } from './input.js';
import { Pieces } from './pieces.js';

/** A TransformStream for one document. What is in the way of either side ends the other. */
export function webStream(json: string, call: Call | undefined): TransformStream<Input, string> {
  let pieces: Pieces;
  return new TransformStream<Input, string>({
    start(controller) {
      pieces = new Pieces(json, call, (reason) => {
        controller.error(reason);
        pieces.stop(reason);
      });
    },
    async transform(chunk, controller) {
      try {
        for (const piece of pieces.cut(chunk)) {
          const markdown = await pieces.send(piece);
          if (markdown !== '') controller.enqueue(markdown);
        }
      } catch (error) {
        pieces.stop(error);
        throw error;
      }
    },
    async flush(controller) {
      const markdown = await pieces.end();
      if (markdown !== '') controller.enqueue(markdown);
    },
    cancel(reason: unknown) {
      pieces.stop(reason);
    },
  } as Transformer);
}

// The standard has cancel, the types do not yet.
type Transformer = import('node:stream/web').Transformer<Input, string> & { cancel(reason: unknown): void };
