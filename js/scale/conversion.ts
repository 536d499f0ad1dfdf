import { AsyncConverter, type Call, convert, type Extraction, type ExtractOptions, extract } from '../index.js';
import type { Document } from './documents.js';
import type { JobFormat, Settled } from './options.js';

const endings: Readonly<Record<JobFormat, string>> = { md: '.md', text: '.txt', html: '.html', json: '.json' };

const lineEnd = Buffer.from('\n');

/** Makes of documents what is written of them. */
export class Conversion {
  readonly ending: string;
  readonly #format: JobFormat;
  readonly #options: ExtractOptions;
  readonly #timeout: number | undefined;
  // Which has checked the options.
  readonly #converter: AsyncConverter;

  constructor({ format, options, timeout }: Pick<Settled, 'format' | 'options' | 'timeout'>) {
    this.ending = endings[format];
    this.#format = format;
    this.#options = format === 'text' || format === 'html' ? { ...options, format } : options;
    this.#timeout = timeout;
    this.#converter = new AsyncConverter(this.#options);
  }

  /** What is written of a document, as UTF-8. It ends with a line end, unless it is empty. The memory of a document that is bytes is taken over. */
  async written(document: Document, signal: AbortSignal | undefined): Promise<Uint8Array[]> {
    if (this.#format === 'json') {
      const extraction = await this.extraction(document, this.#options, signal);
      return [Buffer.from(`${JSON.stringify({ source: document.source, ...extraction }, null, 2)}\n`)];
    }
    const call = { ...this.#call(signal), output: 'bytes', transfer: true } as const;
    const own = ownOptions(document, this.#options);
    const bytes = await (own === undefined
      ? this.#converter.convert(document.html, call)
      : convert(document.html, { ...this.#options, ...own, ...call }));
    return bytes.length === 0 ? [] : [bytes, lineEnd];
  }

  /** What a line of JSON tells of a page: its Markdown, and what it says of itself, unless other parts are asked for. */
  lineOf(document: Document, signal: AbortSignal | undefined): Promise<Extraction> {
    const { parts = ['markdown', 'metadata'], ...options } = this.#options;
    return this.extraction(document, { ...options, parts }, signal);
  }

  extraction(document: Document, options: ExtractOptions, signal: AbortSignal | undefined): Promise<Extraction> {
    return extract(document.html, { ...options, ...ownOptions(document, options), ...this.#call(signal) });
  }

  #call(signal: AbortSignal | undefined): Call {
    return { signal, timeout: this.#timeout };
  }
}

/** What holds for a document alone: what is set for all goes before it. */
function ownOptions(
  { baseUrl, charset }: Document,
  { baseUrl: base, encoding }: ExtractOptions,
): ExtractOptions | undefined {
  if ((baseUrl === undefined || base !== undefined) && (charset === undefined || encoding !== undefined))
    return undefined;
  return { baseUrl: base ?? baseUrl, encoding: encoding ?? charset };
}
