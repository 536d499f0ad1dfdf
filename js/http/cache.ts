/** Markdown as it is sent. */
export interface Page {
  bytes: Uint8Array;
  /** undefined if they are not counted */
  tokens: number | undefined;
}

// What an entry takes beside its bytes, about.
const ofEntry = 256;

/** What has been converted, until it takes more bytes than it may: what was used longest ago goes first. */
export class PageCache {
  readonly #pages = new Map<string, Page>(); // in the order of their last use
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): Page | undefined {
    const page = this.#pages.get(key);
    if (page === undefined) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  set(key: string, page: Page): void {
    const size = sizeOf(key, page);
    if (size > this.#maxBytes) return;
    const before = this.#pages.get(key);
    if (before !== undefined) this.#remove(key, before);
    this.#pages.set(key, page);
    this.#bytes += size;
    for (const [oldest, other] of this.#pages) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#remove(oldest, other);
    }
  }

  #remove(key: string, page: Page): void {
    this.#pages.delete(key);
    this.#bytes -= sizeOf(key, page);
  }
}

const sizeOf = (key: string, { bytes }: Page) => bytes.length + 2 * key.length + ofEntry;
