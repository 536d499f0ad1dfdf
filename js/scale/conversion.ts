import { AsyncConverter, type Call, convert, type Extraction, type ExtractOptions, extract } from '../index.js';
import type { Document } from './documents.js';
import type { JobFormat, Settled } from './options.js';

const endings: Readonly<Record<JobFormat, string>> = { md: '.md', text: '.txt', html: '.html', json: '.json' };

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

  /** The text that is written of a document. It ends with a line end, unless it is empty. */
  async textOf(document: Document, signal: AbortSignal | undefined): Promise<string> {
    if (this.#format === 'json') {
      const extraction = await this.extraction(document, this.#options, signal);
      return `${JSON.stringify({ source: document.source, ...extraction }, null, 2)}\n`;
    }
    const call = this.#call(signal);
    const own = ownOptions(document, this.#options);
    const text = await (own === undefined
      ? this.#converter.convert(document.html, call)
      : convert(document.html, { ...this.#options, ...own, ...call }));
    return text === '' ? '' : `${text}\n`;
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
