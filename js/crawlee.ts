/// <reference lib="esnext.disposable" preserve="true" />

import type { Call } from './call.js';
import { type PageContext, pageOf } from './crawlee/context.js';
import { keyOf } from './crawlee/key.js';
import { extract } from './extract.js';
import type { Extraction } from './extraction.generated.js';
import type { ExtractOptions } from './options.generated.js';

export type { PageContext } from './crawlee/context.js';

/** The options of `extract`, and where the outcome is saved. */
export interface ConvertPageOptions extends Omit<ExtractOptions, 'format'>, Call {
  /**
   * Adds it to a dataset: that of the crawler, or one by its name.
   *
   * @default false
   */
  readonly dataset?: boolean | string | undefined;

  /**
   * Writes the Markdown to a key-value store, that of the crawler or one by its name, under a key made of the address.
   *
   * @default false
   */
  readonly store?: boolean | string | undefined;
}

/** What is made of a page, with its address. */
export type ConvertedPage = Extraction & { readonly url: string; readonly markdown: string };

/**
 * Converts the page of a handler of Crawlee, and saves it. Without `parts` it makes the Markdown and the metadata. Links lead from where the page was
 * loaded.
 *
 * @throws ConvertError
 *
 * @example
 * router.addDefaultHandler(async (context) => {
 *   await convertPage(context, { content: 'main', dataset: true });
 *   await context.enqueueLinks();
 * });
 */
export async function convertPage(context: PageContext, options: ConvertPageOptions = {}): Promise<ConvertedPage> {
  const { dataset = false, store = false, parts = ['markdown', 'metadata'], ...rest } = options;
  const { html, url, encoding } = await pageOf(context);
  const given = { baseUrl: url, ...(encoding !== undefined && { encoding }), ...rest, parts };
  const extraction = await extract(html, given);
  const page = { url, ...extraction, markdown: extraction.markdown ?? '' };
  if (dataset !== false) await context.pushData(page, nameOf(dataset));
  if (store !== false) {
    const opened = await context.getKeyValueStore(nameOf(store));
    await opened.setValue(keyOf(url), page.markdown, { contentType: 'text/markdown; charset=utf-8' });
  }
  return page;
}

const nameOf = (name: string | true): string | undefined => (name === true ? undefined : name);
