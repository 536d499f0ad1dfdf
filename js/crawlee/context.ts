import { invalidArg } from '../errors.js';
import { encodingOf } from '../files/charset.js';
import { isUint8Array } from '../host/node.js';

/** What is used of a context of Crawlee: that of a handler of any of its crawlers. */
export interface PageContext {
  request: { url: string; loadedUrl?: string | undefined };
  /** of those that use no browser */
  body?: unknown;
  contentType?: { type: string; encoding?: string };
  /** of those that use one */
  page?: { content(): Promise<string>; url(): string };
  // biome-ignore-start lint/suspicious/noExplicitAny: whatever Crawlee stores
  pushData(data: any, datasetIdOrName?: string): Promise<void>;
  getKeyValueStore(
    idOrName?: string,
  ): Promise<{ setValue(key: string, value: any, options?: { contentType?: string }): Promise<void> }>;
  // biome-ignore-end lint/suspicious/noExplicitAny: as above
}

/** A page as a crawler got it. */
export interface FetchedPage {
  html: string | Uint8Array;
  url: string;
  encoding?: string;
}

/** Returns what is the context of a handler, or throws ERR_INVALID_ARG. */
export function requireContext(context: unknown): PageContext {
  const { request } = (context ?? {}) as Partial<PageContext>;
  if (typeof request?.url === 'string') return context as PageContext;
  throw invalidArg('the context of a handler of Crawlee', 'context', context);
}

/** Returns the page of a context: as it is shown, where there is a browser. */
export async function pageOf({ request, body, contentType, page }: PageContext): Promise<FetchedPage> {
  if (page !== undefined) return { html: await page.content(), url: page.url() };
  const url = request.loadedUrl ?? request.url;
  const isHtml = contentType === undefined || /^(?:text\/html|application\/xhtml\+xml)$/i.test(contentType.type);
  if (!isHtml || (typeof body !== 'string' && !isUint8Array(body))) {
    const found = isHtml ? 'without a body' : `of type ${contentType.type}`;
    throw new TypeError(`Expected a page of HTML but ${url} is ${found}. Look at contentType before it is converted`);
  }
  const encoding = typeof body === 'string' ? undefined : encodingOf(contentType?.encoding);
  return { html: body, url, ...(encoding !== undefined && { encoding }) };
}
