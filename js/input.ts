/**
 * An HTML document or fragment. Text is taken as it is. Bytes are decoded by their byte order mark, else the option
 * `encoding`, else `<meta charset>`, else as the HTML Standard says. They are copied before the call returns, unless `transfer` is
 * asked for: afterwards the buffer may be changed, transferred or reused. Views of shared memory are taken too.
 */
export type Input = string | Uint8Array | ArrayBuffer;

/** Where `convertAll` takes its documents from. What a source gives may be a promise of a document too. */
export type Inputs = Iterable<Input | PromiseLike<Input>> | AsyncIterable<Input | PromiseLike<Input>>;

/** Where the pieces of a document come from: a Node.js or web stream, an async generator, an array. */
export type Source = AsyncIterable<Input> | Iterable<Input> | ReadableStream<Input>;
