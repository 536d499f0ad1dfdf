import { ConvertError } from '../errors.js';

type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

/** The pieces of a web stream. Who ends early cancels it, even while it is being read. */
export function piecesOf(stream: ReadableStream<Uint8Array>): AsyncIterableIterator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  return {
    next: () => reader.read() as Promise<IteratorResult<Uint8Array, void>>,
    async return() {
      void reader.cancel().catch(() => undefined);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** A web stream of the pieces. Who cancels it ends them, by `abandon` too if they are stuck. */
export function streamOf(pieces: AsyncIterator<Uint8Array>, abandon: () => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      abandon();
      void pieces.return?.().catch(() => undefined);
    },
  });
}

/** The pieces, and an error in place of what is over a number of bytes. */
export async function* within(maxBytes: number, pieces: AsyncIterable<Uint8Array>): Pieces {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    yield piece;
  }
}

export const tooLarge = (maxBytes: number) =>
  new ConvertError(
    'ERR_INPUT_TOO_LARGE',
    `The HTML is larger than options.maxInputBytes, ${maxBytes} bytes. Raise it, or answer with less`,
  );

/** Reads pieces to their end, or until they are more than a number of bytes. Reports whether that was the end. */
export async function readUpTo(
  maxBytes: number,
  pieces: AsyncIterator<Uint8Array>,
): Promise<{ read: Uint8Array[]; isAll: boolean }> {
  const read: Uint8Array[] = [];
  for (let bytes = 0; bytes <= maxBytes; ) {
    const { done, value } = await pieces.next();
    if (done) return { read, isAll: true };
    read.push(value);
    bytes += value.length;
  }
  return { read, isAll: false };
}

/** Some pieces, and those that come after them. */
export async function* followed(first: Iterable<Uint8Array>, rest: Pieces): Pieces {
  try {
    yield* first;
    yield* rest;
  } finally {
    void rest.return().catch(() => undefined);
  }
}
