import { AsyncConverter } from '../converter.js';
import { invalidArg, invalidOption } from '../errors.js';
import type { Options } from '../options.generated.js';
import { requireMarkdown, requireObject } from '../options.js';
import { countTokens, type TokenEncoding } from '../tokens.js';
import { version } from '../version.js';
import { type Page, PageCache } from './cache.js';
import { markOf } from './entity-tags.js';

/** How requests are answered in Markdown, and the options of `convert`: how it is written. */
export interface HttpOptions<Request = unknown> extends Omit<Options, 'format'> {
  /**
   * Reports whether a request may be answered in Markdown. One that it turns away is answered as if this were not there, without
   * `Vary`. It is asked of GET and HEAD alone; nothing else is ever converted.
   *
   * @default all
   */
  readonly when?: ((request: Request) => boolean) | undefined;

  /**
   * Told why a request that asked for Markdown is answered with HTML, or, where Markdown had been sent already, not to its end. What it
   * throws is ignored.
   */
  readonly onError?: ((error: unknown, request: Request) => void) | undefined;

  /**
   * How many milliseconds a conversion may take, the wait for its turn included; over that the answer is HTML.
   *
   * @default as many as it takes
   */
  readonly timeout?: number | undefined;

  /**
   * What the tokens in `x-markdown-tokens` are counted by; `false` leaves that out.
   *
   * @default 'o200k'
   */
  readonly tokens?: TokenEncoding | false | undefined;

  /**
   * How many bytes of Markdown are kept for who asks for the same again; 0 keeps none.
   *
   * @default 33554432
   */
  readonly maxCachedBytes?: number | undefined;

  /**
   * From how many bytes of HTML on an answer is converted as it comes, and sent as it is converted: without its length, a count of its tokens,
   * and a copy in the cache.
   *
   * @default 1048576
   */
  readonly maxBufferedBytes?: number | undefined;
}

const defaults = { maxCachedBytes: 32 * 1024 * 1024, maxBufferedBytes: 1024 * 1024, maxInputBytes: 64 * 1024 * 1024 };

// Labels of encodings come from those who answer; no site has more.
const mostConverters = 16;

/** Options as they are used, with what is shared by all requests that they are for. */
export class Settings<Request> {
  /** Marks the entity tags of what is converted by these options. */
  readonly mark: string;
  readonly cache: PageCache;
  readonly maxBufferedBytes: number;
  readonly maxInputBytes: number;
  readonly timeout: number | undefined;
  readonly #options: Options;
  readonly #tokens: TokenEncoding | false;
  readonly #when: ((request: Request) => boolean) | undefined;
  readonly #onError: ((error: unknown, request: Request) => void) | undefined;
  readonly #converters = new Map<string, AsyncConverter>();
  readonly #converting = new Map<string, Promise<Page>>();

  /** @throws ConvertError */
  constructor(given: HttpOptions<Request> = {}) {
    const { when, onError, timeout, tokens, maxCachedBytes, maxBufferedBytes, ...options } = requireObject(
      given,
      'options',
    ) as HttpOptions<Request>;
    requireMarkdown((options as Options).format);
    this.#when = readFunction(when, 'when');
    this.#onError = readFunction(onError, 'onError');
    this.#tokens = readTokens(tokens);
    this.timeout = readNumber(timeout, 'timeout', 1, 2 ** 31 - 1);
    this.cache = new PageCache(readBytes(maxCachedBytes, 'maxCachedBytes'));
    this.maxBufferedBytes = readBytes(maxBufferedBytes, 'maxBufferedBytes');
    this.maxInputBytes = options.maxInputBytes ?? defaults.maxInputBytes;
    this.#options = options;
    this.#converters.set('', new AsyncConverter(options));
    this.mark = markOf(
      `${version}${JSON.stringify(options, (_, value) => (typeof value === 'function' ? String(value) : value))}`,
    );
  }

  /** Reports whether a request may be answered in Markdown. */
  isFor(request: Request): boolean {
    try {
      return this.#when === undefined || this.#when(request);
    } catch (error) {
      this.report(error, request);
      return false;
    }
  }

  report(error: unknown, request: Request): void {
    try {
      this.#onError?.(error, request);
    } catch {
      // Nobody is there to be told.
    }
  }

  /** The converter of documents whose charset is named; a name that is none is as good as no name. */
  converterFor(charset: string): AsyncConverter {
    let converter = this.#converters.get(charset);
    if (converter === undefined) {
      try {
        converter = new AsyncConverter({ ...this.#options, encoding: charset });
      } catch {
        converter = this.#converters.get('') as AsyncConverter;
      }
      if (this.#converters.size < mostConverters) this.#converters.set(charset, converter);
    }
    return converter;
  }

  /** The Markdown of a document that a key stands for: if it is being converted already, that is waited for. */
  convert(key: string, html: Uint8Array, charset: string): Promise<Page> {
    const before = this.#converting.get(key);
    if (before !== undefined) return before;
    const page = this.#convert(html, charset).finally(() => this.#converting.delete(key));
    this.#converting.set(key, page);
    return page;
  }

  async #convert(html: Uint8Array, charset: string): Promise<Page> {
    const call = { timeout: this.timeout, output: 'bytes' } as const;
    const bytes = await this.converterFor(charset).convert(html, call);
    return { bytes, tokens: this.#tokens === false ? undefined : await countTokens(bytes, this.#tokens) };
  }
}

function readFunction<T>(value: T | undefined, name: string): T | undefined {
  if (value !== undefined && typeof value !== 'function') throw invalidOption('a function', `options.${name}`, value);
  return value;
}

/** Refuses what is no handler when it is wrapped, and not when it is first called. */
export function requireHandler(handler: unknown): void {
  if (typeof handler !== 'function') throw invalidArg('a function', 'handler', handler);
}

function readTokens(value: TokenEncoding | false | undefined): TokenEncoding | false {
  if (value === undefined) return 'o200k';
  if (value !== false && !['o200k', 'cl100k', 'bytes'].includes(value)) {
    throw invalidOption("'o200k', 'cl100k', 'bytes' or false", 'options.tokens', value);
  }
  return value;
}

function readNumber(value: number | undefined, name: string, least: number, most: number): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return value;
  throw invalidOption(`an integer from ${least} to ${most}`, `options.${name}`, value);
}

const readBytes = (value: number | undefined, name: 'maxCachedBytes' | 'maxBufferedBytes'): number =>
  readNumber(value, name, 0, Number.MAX_SAFE_INTEGER) ?? defaults[name];
