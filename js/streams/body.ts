import { engine } from '../backend/load.js';
import type { Encoded } from '../encoded.js';
import { ConvertError, invalidArg } from '../errors.js';
import { charsetLabelOf } from '../files/charset.js';
import type { Input } from '../input.js';
import { hasBody, hasStream } from '../native/unread.js';

/** What is read of a document, piece by piece. */
export type Chunks = AsyncIterator<Input> | Iterator<Input>;

/** A document that is to be read. */
interface Opening {
  /** The options, with the encoding that the source names. */
  readonly options: Encoded;
  /** Begins to read. Throws ERR_INVALID_ARG for what is no source, or has been read already. */
  open(): Chunks;
}

/** Looks at a source before it is read. */
export function sourceOf(options: Encoded, source: unknown): Opening {
  if (typeof source === 'object' && source !== null) {
    if (hasBody(source)) {
      const read = () => {
        if (source.bodyUsed) throw alreadyRead('a body');
        return iterate(source.body ?? []);
      };
      return { options: decodedAs(options, charsetLabelOf(source.headers.get('content-type'))), open: read };
    }
    if (hasStream(source)) {
      return { options: decodedAs(options, charsetLabelOf(source.type)), open: () => iterate(source.stream()) };
    }
  }
  return { options, open: () => iterate(source) };
}

interface MaybeIterable {
  [Symbol.asyncIterator]?: () => AsyncIterator<Input>;
  [Symbol.iterator]?: () => Iterator<Input>;
  getReader?: () => ReadableStreamDefaultReader<Input>;
}

function iterate(source: unknown): Chunks {
  if (typeof source === 'object' && source !== null) {
    if (isLocked(source) || isSpent(source)) throw alreadyRead('a stream');
    const { [Symbol.asyncIterator]: inTime, [Symbol.iterator]: atOnce, getReader } = source as MaybeIterable;
    if (typeof inTime === 'function') return begun(inTime.call(source), source);
    if (typeof getReader === 'function') return readerOf(getReader.call(source));
    if (typeof atOnce === 'function') return begun(atOnce.call(source), source);
  }
  throw noSource(source);
}

function begun<T extends Chunks>(chunks: T | undefined, source: unknown): T {
  if (typeof chunks?.next === 'function') return chunks;
  throw noSource(source);
}

const noSource = (source: unknown) =>
  invalidArg('a Response, Blob, async iterable, iterable or ReadableStream', 'source', source);

// Not all browsers iterate over their streams.
function readerOf(reader: ReadableStreamDefaultReader<Input>): AsyncIterator<Input> {
  return {
    next: () => reader.read() as Promise<IteratorResult<Input>>,
    async return() {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

const isLocked = (stream: unknown) => (stream as { locked?: unknown } | null)?.locked === true;

// A Node.js stream that has ended would pass for an empty document.
function isSpent(stream: object): boolean {
  const { readableEnded, destroyed, errored } = stream as Readonly<Record<string, unknown>>;
  return readableEnded === true || (destroyed === true && (errored ?? null) === null);
}

function alreadyRead(what: string): ConvertError {
  return new ConvertError(
    'ERR_INVALID_ARG',
    `Expected ${what} that is still to be read but received one that has been read, or is being read. Give what was read, or clone a response before`,
  );
}

// Below a byte order mark and an option, above what the document says of itself. A label that nobody knows is ignored, as browsers do.
function decodedAs({ json, asked }: Encoded, charset: string | undefined): Encoded {
  const options: Record<string, unknown> = json === '' ? {} : JSON.parse(json);
  const encoding = charset && { encoding: charset };
  if (!encoding || options['encoding'] !== undefined || engine.checkOptions(JSON.stringify(encoding)) !== undefined) {
    return { json, asked };
  }
  return { json: JSON.stringify({ ...options, ...encoding }), asked };
}
