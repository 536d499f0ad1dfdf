import { Buffer } from 'node:buffer';
import type { Transform, TransformCallback } from 'node:stream';
import type { Call } from '../call.js';
import type { Encoded } from '../encoded.js';
import { invalidOption } from '../errors.js';
import { mostInFlight, StreamedDocument } from './document.js';

/**
 * A Transform for one document. Pieces go to the workers while others are converted there; a reader that does not keep up
 * stops the writer, as with any Transform. What it gives is bytes, and strings once it has an encoding.
 */
export function nodeStream(options: Encoded, call: Call | undefined, encoding: string | undefined): Transform {
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw invalidOption("an encoding of Buffer, such as 'utf8',", 'call.encoding', encoding);
  }
  let inFlight = 0;
  let whenRoom: (() => void) | undefined;
  let whenRead: (() => void) | undefined;
  const { Transform } = process.getBuiltinModule('node:stream'); // loaded when it is first needed
  const stream = new Transform({
    decodeStrings: false,
    ...(encoding !== undefined && { encoding }),
    transform(chunk: unknown, encoding: BufferEncoding, done: TransformCallback) {
      feed(chunk, encoding).then(() => done(), done);
    },
    read(size: number) {
      whenRead?.();
      Transform.prototype._read.call(this, size);
    },
    flush(done: TransformCallback) {
      // Messages come back in their order: this is the last.
      document.end().then((markdown) => done(null, markdown.length > 0 ? markdown : undefined), done);
    },
    destroy(error, done) {
      document.stop(error ?? new Error('The stream was destroyed'));
      whenRoom?.();
      whenRead?.();
      done(error);
    },
  });
  // To make text of bytes takes longer than to take it from native code, where no bytes are asked for.
  const asBytes = () => !isUtf8(stream.readableEncoding);
  const stop = (reason: unknown) => stream.destroy(reason as Error);
  const document = new StreamedDocument<string | Uint8Array<ArrayBuffer>>(options, call, stop, asBytes);

  async function feed(chunk: unknown, encoding: BufferEncoding): Promise<void> {
    for (const piece of document.cut(
      typeof chunk === 'string' && !isUnicode(encoding) ? Buffer.from(chunk, encoding) : chunk,
    )) {
      inFlight++;
      document.send(piece).then(
        (markdown) => {
          inFlight--;
          whenRoom?.(); // before the reader's code, which may throw
          if (markdown.length > 0) stream.push(markdown, 'utf8');
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

const isEncoding = (value: unknown): value is BufferEncoding => typeof value === 'string' && Buffer.isEncoding(value);

const isUtf8 = (encoding: BufferEncoding | null) => encoding === 'utf8' || encoding === 'utf-8';

// A string in one of these is text; in others, such as hex, it stands for bytes.
function isUnicode(encoding: BufferEncoding): boolean {
  return ['utf8', 'utf-8', 'utf16le', 'utf-16le', 'ucs2', 'ucs-2'].includes(encoding.toLowerCase());
}
