import { decompress } from '../files/decompress.js';
import type { Budget, Share } from './budget.js';
import { Fetcher } from './fetch.js';
import { Files } from './files.js';
import type { FileJob, HtmlJob, UrlJob, WarcJob } from './job-data.js';
import { JobError } from './job-error.js';
import type { Settled } from './options.js';

/** A document that has been read. */
export interface Document {
  readonly html: string | Uint8Array;
  readonly bytes: number;
  /** What it is told as: a path, an address. */
  readonly source: string | undefined;
  readonly baseUrl?: string | undefined;
  /** The encoding that a server names. */
  readonly charset?: string | undefined;
}

type Signal = AbortSignal | undefined;

const usualMost = 64 * 1024 * 1024; // the default of maxInputBytes
const unknownLength = 256 * 1024; // what is reserved for a page before it is there

/** Reads what jobs name. */
export class Documents {
  /** The most bytes of a document. */
  readonly most: number;
  readonly budget: Budget;
  readonly #files: Files;
  readonly #fetcher: Fetcher | undefined;
  readonly #mostInline: number;

  constructor(
    { files, http, maxInlineBytes, options }: Pick<Settled, 'files' | 'http' | 'maxInlineBytes' | 'options'>,
    budget: Budget,
  ) {
    this.most = options.maxInputBytes ?? usualMost;
    this.budget = budget;
    this.#files = new Files(files);
    this.#fetcher = http === undefined ? undefined : new Fetcher(http);
    this.#mostInline = maxInlineBytes;
  }

  /** Reads a document when there is room, and calls `use` with it. The room is given back when that has settled. */
  async use<T>(job: FileJob | HtmlJob | UrlJob, signal: Signal, use: (document: Document) => Promise<T>): Promise<T> {
    if ('html' in job) return this.#useInline(job, signal, use);
    return 'file' in job ? this.#useFile(job, signal, use) : this.#usePage(job, signal, use);
  }

  /** The bytes of a WARC, or of records of one. */
  async warc({ warc, offset = 0, length }: WarcJob, signal: Signal): Promise<AsyncIterable<Uint8Array>> {
    if (isAddress(warc)) return this.#fetching().bytes(warc, offset, length, signal);
    const file = await this.#files.open(warc);
    return file.createReadStream({ start: offset, ...(length === undefined ? {} : { end: offset + length - 1 }) });
  }

  async #useInline<T>({ html, baseUrl }: HtmlJob, signal: Signal, use: (document: Document) => Promise<T>): Promise<T> {
    const length = Buffer.byteLength(html);
    if (length > this.#mostInline) {
      throw new JobError(
        'ERR_INPUT_TOO_LARGE',
        `A document of ${length} bytes in a job is more than the ${this.#mostInline} that maxInlineBytes allows: put it into a file, and name that`,
      );
    }
    return holding(await this.budget.take(length, signal), () =>
      use({ html, bytes: length, source: undefined, baseUrl }),
    );
  }

  async #useFile<T>(
    { file: path, baseUrl }: FileJob,
    signal: Signal,
    use: (document: Document) => Promise<T>,
  ): Promise<T> {
    const file = await this.#files.open(path);
    let share: Share | undefined;
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new JobError('EISDIR', `${path} is no file`);
      if (stats.size > this.most) throw new JobError('ERR_INPUT_TOO_LARGE', `${path} has more than ${this.most} bytes`);
      share = await this.budget.take(stats.size, signal);
      const html = await decompress(path, await file.readFile(), this.most);
      share.resize(html.length);
      return await use({ html, bytes: html.length, source: path, baseUrl });
    } finally {
      share?.release();
      await file.close();
    }
  }

  async #usePage<T>({ url }: UrlJob, signal: Signal, use: (document: Document) => Promise<T>): Promise<T> {
    const fetcher = this.#fetching();
    const share = await this.budget.take(unknownLength, signal);
    return holding(share, async () => {
      const page = await fetcher.page(url, this.most, signal);
      const { length } = page.html;
      share.resize(length);
      return use({ html: page.html, bytes: length, source: url, baseUrl: page.url, charset: page.charset });
    });
  }

  #fetching(): Fetcher {
    if (this.#fetcher !== undefined) return this.#fetcher;
    throw new JobError('ERR_NOT_ALLOWED', 'Jobs may not name addresses: this worker has no hosts that are allowed');
  }
}

/** Whether a WARC is named by its address. */
export const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);

async function holding<T>(share: Share, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } finally {
    share.release();
  }
}
