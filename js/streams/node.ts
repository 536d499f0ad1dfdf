import { Buffer } from 'node:buffer';
import type { Transform, TransformCallback } from 'node:stream';
import type { Call } from '../call.js';
import type { Encoded } from '../encoded.js';
import { mostInFlight, StreamedDocument } from './document.js';

/**
 * A Transform for one document. Pieces go to the workers while others are converted there; a reader that does not keep up
 * stops the writer, as with any Transform.
 */
export function nodeStream(options: Encoded, call: Call | undefined): Transform {
  let inFlight = 0;
  let whenRoom: (() => void) | undefined;
  let whenRead: (() => void) | undefined;
  const { Transform } = process.getBuiltinModule('node:stream'); // loaded when it is first needed
  const stream = new Transform({
    decodeStrings: false,
    transform(chunk: unknown, encoding: BufferEncoding, done: TransformCallback) {
      feed(chunk, encoding).then(() => done(), done);
    },
    read(size: number) {
      whenRead?.();
      Transform.prototype._read.call(this, size);
    },
    flush(done: TransformCallback) {
      // Messages come back in their order: this is the last.
      document.end().then((markdown) => done(null, markdown || undefined), done);
    },
    destroy(error, done) {
      document.stop(error ?? new Error('The stream was destroyed'));
      whenRoom?.();
      whenRead?.();
      done(error);
    },
  });
  const document = new StreamedDocument(options, call, (reason) => stream.destroy(reason as Error));

  async function feed(chunk: unknown, encoding: BufferEncoding): Promise<void> {
    for (const piece of document.cut(
      typeof chunk === 'string' && !isUnicode(encoding) ? Buffer.from(chunk, encoding) : chunk,
    )) {
      inFlight++;
      document.send(piece).then(
        (markdown) => {
          inFlight--;
          whenRoom?.(); // before the reader's code, which may throw
          if (markdown !== '') stream.push(markdown);
        },
        (error: unknown) => {
          inFlight--;
          stream.destroy(error as Error);
        },
      );
      while (inFlight >= mostInFlight || document.isWaiting) {
        await new Promise<void>((resolve) => {
          whenRoom = resolve;
        });
      }
    }
    // A Transform looks for itself only whether its reader keeps up if a chunk's outcome comes before the chunk is done.
    while (stream.readableLength >= stream.readableHighWaterMark && !stream.destroyed) {
      await new Promise<void>((resolve) => {
        whenRead = resolve;
      });
    }
  }
  return stream;
}

// A string in one of these is text; in others, such as hex, it stands for bytes.
function isUnicode(encoding: BufferEncoding): boolean {
  return ['utf8', 'utf-8', 'utf16le', 'utf-16le', 'ucs2', 'ucs-2'].includes(encoding.toLowerCase());
}
