// biome-ignore lint/suspicious/noTsIgnore: only where those types are missing is there an error to expect.
/** @ts-ignore Without the types of Node.js, that of `stream` is any. */
import type { Transform } from 'node:stream';
import { type Call, checkCall, readCall, requireCall } from './call.js';
import { bytesNow, convertAs, convertNames, convertNow, type Markdown } from './convert.js';
import { type CallAll, type ConvertAllCall, convertAllAs } from './convert-all.js';
import type { Encoded } from './encoded.js';
import { extracting, extractNow, extractOnce } from './extract.js';
import { extractAllAs } from './extract-all.js';
import type { Chunk, Extraction } from './extraction.generated.js';
import {
  type ConvertCall,
  type Output,
  type OutputCall,
  outputCallNames,
  outputNames,
  type StreamCall,
  streamNames,
  wantsBytes,
} from './form.js';
import type { Input, Inputs, Source, Unread } from './input.js';
import type { ExtractOptions } from './options.generated.js';
import { checkedOptions, withInternal } from './options.js';
import { chunkStream } from './streams/chunks.js';
import { convertStream } from './streams/iterator.js';
import { nodeStream } from './streams/node.js';
import { webStream } from './streams/web.js';

/**
 * Converts on the calling thread with fixed options, which are checked once. Immutable.
 *
 * @example
 * const converter = new Converter({ headingStyle: 'setext' });
 * converter.convert('<h1>Tides</h1>'); // 'Tides\n====='
 */
export class Converter {
  readonly #options: Encoded;

  /** @throws ConvertError `ERR_INVALID_OPTION`, or `ERR_INVALID_ARG` if `options` is not an object. */
  constructor(options?: ExtractOptions) {
    this.#options = checkedOptions(options);
  }

  /** The same as `convertSync` with the options of this converter. */
  convert(html: Input, call: { output: 'bytes' }): Uint8Array<ArrayBuffer>;
  convert(html: Input, call?: { output?: 'string' | undefined }): string;
  convert(html: Input, call?: Output): Markdown;
  convert(html: Input, call?: Output): Markdown {
    const bytes = call !== undefined && wantsBytes(requireCall(call, outputNames), 'call');
    return bytes ? bytesNow(this.#options, html) : convertNow(this.#options, html);
  }

  /** The same as `extractSync` with the options of this converter. */
  extract(html: Input): Extraction {
    return extractNow(extracting(this.#options), html);
  }
}

/**
 * Converts on other threads with fixed options, which are checked once. Immutable: any number of calls may be in flight.
 * It holds nothing that would have to be released.
 *
 * @example
 * const converter = new AsyncConverter({ linkStyle: 'referenced' });
 * const pages = await Promise.all(documents.map((html) => converter.convert(html, { signal })));
 */
export class AsyncConverter {
  readonly #options: Encoded;

  /** @throws ConvertError `ERR_INVALID_OPTION`, or `ERR_INVALID_ARG` if `options` is not an object. */
  constructor(options?: ExtractOptions) {
    this.#options = checkedOptions(options);
  }

  /** The same as the function `convert` with the options of this converter. Never throws: all errors reject. */
  convert(html: Input | Unread, call: ConvertCall & { output: 'bytes' }): Promise<Uint8Array<ArrayBuffer>>;
  convert(html: Input | Unread, call?: ConvertCall & { output?: 'string' | undefined }): Promise<string>;
  convert(html: Input | Unread, call?: ConvertCall): Promise<Markdown>;
  convert(html: Input | Unread, call?: ConvertCall): Promise<Markdown> {
    try {
      const source: ConvertCall = call === undefined ? {} : requireCall(call, convertNames);
      return convertAs(this.#options, html, readCall(source, 'call'), source, 'call');
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** The same as the function `extract` with the options of this converter. Never throws: all errors reject. */
  extract(html: Input | Unread, call?: Call): Promise<Extraction> {
    try {
      return extractOnce(extracting(this.#options), html, checkCall(call));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /**
   * A Node.js stream for one document: HTML is written to it, as bytes or strings that end anywhere, and its Markdown can be read
   * as soon as nothing that follows can change it. All of it is what `convert` makes of the whole document. Chunks are Buffers, which
   * nothing has copied; with `encoding`, or after `setEncoding`, they are strings. An error, an abort or a timeout destroys the stream.
   *
   * @example
   * await pipeline(createReadStream('page.html'), converter.stream(), createWriteStream('page.md'));
   */
  stream(call: StreamCall = {}): Transform {
    const source: StreamCall = requireCall(call, streamNames);
    return nodeStream(this.#options, readCall(source, 'call'), source.encoding);
  }

  /**
   * The same as a web stream. Its Markdown comes as strings, and with `output: 'bytes'` as UTF-8, as the body of a response is.
   *
   * @example
   * const markdown = response.body.pipeThrough(converter.webStream());
   * return new Response(response.body.pipeThrough(converter.webStream({ output: 'bytes' })));
   */
  webStream(call: OutputCall & { output: 'bytes' }): TransformStream<Input, Uint8Array<ArrayBuffer>>;
  webStream(call?: OutputCall & { output?: 'string' | undefined }): TransformStream<Input, string>;
  webStream(call?: OutputCall): TransformStream<Input, string> | TransformStream<Input, Uint8Array<ArrayBuffer>>;
  webStream(call: OutputCall = {}): TransformStream<Input, Markdown> {
    const source: OutputCall = requireCall(call, outputCallNames);
    return webStream(this.#options, readCall(source, 'call'), wantsBytes(source, 'call'));
  }

  /**
   * The Markdown of a document that is read from a source, piece by piece. When the loop ends early, so does the reading.
   *
   * @example
   * for await (const markdown of converter.convertStream(response.body)) process.stdout.write(markdown);
   */
  convertStream(
    source: Source,
    call: OutputCall & { output: 'bytes' },
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
  convertStream(
    source: Source,
    call?: OutputCall & { output?: 'string' | undefined },
  ): AsyncGenerator<string, void, undefined>;
  convertStream(source: Source, call?: OutputCall): AsyncGenerator<Markdown, void, undefined>;
  convertStream(source: Source, call: OutputCall = {}): AsyncGenerator<Markdown, void, undefined> {
    const from: OutputCall = requireCall(call, outputCallNames);
    return convertStream<Markdown>(this.#options, source, readCall(from, 'call'), wantsBytes(from, 'call'));
  }

  /**
   * The chunks of a document that is read from a source, each as soon as it is final: as the option `chunks` says, or its defaults. They are those
   * that `extract` makes with the options of this converter and its `content`, of which all of a page is the default here. Chunks that take all of a
   * document come at its end: those of `content: 'main'`, with `metadata`, or with tokens that a function counts.
   *
   * @example
   * for await (const { text, headings } of converter.chunkStream(response.body)) await index(text, headings);
   */
  chunkStream(source: Source, call?: Call): AsyncGenerator<Chunk, void, undefined> {
    const { json, asked } = this.#options;
    return chunkStream({ json: withInternal(json, 'chunkStream', true), asked }, source, checkCall(call));
  }

  /** The same as the function `convertAll` with the options of this converter. */
  convertAll(
    inputs: Inputs,
    call: ConvertAllCall & { errors: 'settle'; output: 'bytes' },
  ): AsyncGenerator<PromiseSettledResult<Uint8Array<ArrayBuffer>>, void, undefined>;
  convertAll(
    inputs: Inputs,
    call: ConvertAllCall & { errors?: 'throw' | undefined; output: 'bytes' },
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
  convertAll(
    inputs: Inputs,
    call: ConvertAllCall & { errors: 'settle'; output?: 'string' | undefined },
  ): AsyncGenerator<PromiseSettledResult<string>, void, undefined>;
  convertAll(
    inputs: Inputs,
    call?: ConvertAllCall & { errors?: 'throw' | undefined; output?: 'string' | undefined },
  ): AsyncGenerator<string, void, undefined>;
  convertAll(
    inputs: Inputs,
    call?: ConvertAllCall & { output?: 'string' | undefined },
  ): AsyncGenerator<string | PromiseSettledResult<string>, void, undefined>;
  convertAll(
    inputs: Inputs,
    call?: ConvertAllCall,
  ): AsyncGenerator<Markdown | PromiseSettledResult<Markdown>, void, undefined>;
  convertAll(
    inputs: Inputs,
    call: ConvertAllCall = {},
  ): AsyncGenerator<Markdown | PromiseSettledResult<Markdown>, void, undefined> {
    return convertAllAs(this.#options, inputs, call);
  }

  /** The same as the function `extractAll` with the options of this converter. */
  extractAll(
    inputs: Inputs,
    call: CallAll & { errors: 'settle' },
  ): AsyncGenerator<PromiseSettledResult<Extraction>, void, undefined>;
  extractAll(
    inputs: Inputs,
    call?: CallAll & { errors?: 'throw' | undefined },
  ): AsyncGenerator<Extraction, void, undefined>;
  extractAll(
    inputs: Inputs,
    call?: CallAll,
  ): AsyncGenerator<Extraction | PromiseSettledResult<Extraction>, void, undefined>;
  extractAll(
    inputs: Inputs,
    call: CallAll = {},
  ): AsyncGenerator<Extraction | PromiseSettledResult<Extraction>, void, undefined> {
    return extractAllAs(this.#options, inputs, call);
  }
}
