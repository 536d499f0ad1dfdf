// biome-ignore lint/suspicious/noTsIgnore: only where those types are missing is there an error to expect.
/** @ts-ignore Without the types of Node.js, that of `stream` is any. */
import type { Transform } from 'node:stream';
import type { Call } from './call.js';
import type { Markdown } from './convert.js';
import { AsyncConverter } from './converter.js';
import type { Chunk } from './extraction.generated.js';
import { type OutputCall, outputCallNames } from './form.js';
import type { Input, Source } from './input.js';
import type { ExtractOptions, Options } from './options.generated.js';
import { requireObject } from './options.js';

/**
 * A Node.js stream for one document: HTML is written to it, and its Markdown can be read as soon as it is final, as Buffers, or after
 * `setEncoding('utf8')` as strings. The same as `AsyncConverter.stream()`, with options; `encoding` is that of the HTML.
 *
 * @throws ConvertError
 *
 * @example
 * await pipeline(createReadStream('page.html'), stream(), createWriteStream('page.md'));
 */
export function stream(options?: Options & Call): Transform {
  const { converter, call } = parted(options);
  return converter.stream(call);
}

/**
 * The same as a web stream, as `AsyncConverter.webStream()` is.
 *
 * @throws ConvertError
 *
 * @example
 * const markdown = response.body.pipeThrough(webStream({ timeout: 5000 }));
 */
export function webStream(
  options: Options & OutputCall & { output: 'bytes' },
): TransformStream<Input, Uint8Array<ArrayBuffer>>;
export function webStream(
  options?: Options & OutputCall & { output?: 'string' | undefined },
): TransformStream<Input, string>;
export function webStream(options?: Options & OutputCall): TransformStream<Input, Markdown> {
  const { converter, call } = parted(options);
  return converter.webStream(call) as TransformStream<Input, Markdown>;
}

/**
 * The Markdown of a document that is read from a source, piece by piece, as `AsyncConverter.convertStream()` yields it. When the loop
 * ends early, so does the reading.
 *
 * @param source - a response, a Node.js or web stream, a Blob, an async generator, an array of pieces
 * @throws ConvertError for options; what is wrong with the source rejects `next()`
 *
 * @example
 * for await (const markdown of convertStream(await fetch(url))) process.stdout.write(markdown);
 */
export function convertStream(
  source: Source,
  options: Options & OutputCall & { output: 'bytes' },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
export function convertStream(
  source: Source,
  options?: Options & OutputCall & { output?: 'string' | undefined },
): AsyncGenerator<string, void, undefined>;
export function convertStream(
  source: Source,
  options?: Options & OutputCall,
): AsyncGenerator<Markdown, void, undefined> {
  const { converter, call } = parted(options);
  return converter.convertStream(source, call);
}

/**
 * The chunks of a document that is read from a source, each as soon as it is final, as `AsyncConverter.chunkStream()` yields them.
 *
 * @throws ConvertError for options; what is wrong with the source rejects `next()`
 *
 * @example
 * for await (const { text, headings } of chunkStream(await fetch(url), { chunks: { size: 512 } })) await index(text, headings);
 */
export function chunkStream(source: Source, options?: ExtractOptions & Call): AsyncGenerator<Chunk, void, undefined> {
  const { converter, call } = parted(options);
  return converter.chunkStream(source, call);
}

/** Tells what belongs to the call from the options. What is wrong with either says who is given it. */
function parted(options: (ExtractOptions & OutputCall) | undefined): { converter: AsyncConverter; call: OutputCall } {
  const all = options === undefined ? [] : Object.entries(requireObject(options, 'options'));
  const ofCall = ([name]: [string, unknown]) => outputCallNames.includes(name);
  return {
    converter: new AsyncConverter(Object.fromEntries(all.filter((one) => !ofCall(one)))),
    call: Object.fromEntries(all.filter(ofCall)),
  };
}
