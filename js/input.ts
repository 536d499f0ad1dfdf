/**
 * An HTML document or fragment. Text is taken as it is. Bytes are decoded by their byte order mark, else the option
 * `encoding`, else `<meta charset>`, else as the HTML Standard says. They are copied before the call returns, unless `transfer` is
 * asked for: afterwards the buffer may be changed, transferred or reused. Views of shared memory are taken too.
 */
export type Input = string | Uint8Array | ArrayBuffer;

/** Where `convertAll` takes its documents from. What a source gives may be a promise of a document too. */
export type Inputs =
  | Iterable<Input | Unread | PromiseLike<Input | Unread>>
  | AsyncIterable<Input | Unread | PromiseLike<Input | Unread>>;

/** Where the pieces of a document come from: a Node.js or web stream, an async generator, a `Response`, a `Blob`, an array. */
export type Source = Unread | Iterable<Input>;

/** A `Response` or `Request` of `fetch`, or of a library that has the same. Its body is read to the end, once. */
export interface BodyLike {
  readonly body: AsyncIterable<Input> | ReadableStream<Input> | null;
  readonly bodyUsed: boolean;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A `Blob` or `File`. */
export interface BlobLike {
  readonly type: string;
  stream(): unknown;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * A document that has to be read first, which asynchronous calls do as they convert it: a `Response`, `Request` or `Blob`, whose
 * `Content-Type` says the encoding unless an option does; a Node.js or web stream, or another async iterable of its pieces.
 */
export type Unread = BodyLike | BlobLike | AsyncIterable<Input> | ReadableStream<Input>;
