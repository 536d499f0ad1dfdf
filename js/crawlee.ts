/// <reference lib="esnext.disposable" preserve="true" />

import type { Call } from './call.js';
import { type PageContext, pageOf, requireContext } from './crawlee/context.js';
import { keyOf } from './crawlee/key.js';
import { invalidOption } from './errors.js';
import { extract } from './extract.js';
import type { Extraction } from './extraction.generated.js';
import type { ExtractOptions } from './options.generated.js';
import { requireMarkdown, requireObject } from './options.js';

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
   * Writes the Markdown, whatever `parts` says, to a key-value store, that of the crawler or one by its name, under a key made of the address.
   *
   * @default false
   */
  readonly store?: boolean | string | undefined;
}

/** What is made of a page, with its address. */
export type ConvertedPage = Extraction & { readonly url: string };

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
export function convertPage(
  context: PageContext,
  options?: ConvertPageOptions & { readonly parts?: undefined },
): Promise<ConvertedPage & { readonly markdown: string }>;
export function convertPage(context: PageContext, options?: ConvertPageOptions): Promise<ConvertedPage>;
export async function convertPage(context: PageContext, options: ConvertPageOptions = {}): Promise<ConvertedPage> {
  const { dataset = false, store = false, parts = ['markdown', 'metadata'], ...rest } = checked(options);
  const { html, url, encoding } = await pageOf(requireContext(context));
  const given = { baseUrl: url, ...(encoding !== undefined && { encoding }), ...rest };
  const extraction = await extract(html, { ...given, parts: store === false ? parts : withMarkdown(parts) });
  const page = { url, ...extraction };
  if (dataset !== false) await context.pushData(page, nameOf(dataset));
  if (store !== false) {
    const opened = await context.getKeyValueStore(nameOf(store));
    const contentType = 'text/markdown; charset=utf-8';
    await opened.setValue(keyOf(url), extraction.markdown ?? '', { contentType });
  }
  return page;
}

function checked(options: ConvertPageOptions): ConvertPageOptions {
  const { dataset, store, format } = requireObject(options, 'options') as ConvertPageOptions & ExtractOptions;
  requireMarkdown(format);
  for (const [name, place] of Object.entries({ dataset, store })) {
    if (place === undefined || typeof place === 'boolean' || (typeof place === 'string' && place !== '')) continue;
    throw invalidOption('a boolean or a name', `options.${name}`, place);
  }
  return options;
}

type Parts = NonNullable<ExtractOptions['parts']>;

// What is wrong with it, the engine says.
const withMarkdown = (parts: Parts): Parts =>
  Array.isArray(parts) && !parts.includes('markdown') ? ['markdown', ...parts] : parts;

const nameOf = (name: string | true): string | undefined => (name === true ? undefined : name);
