import { type Call, encodeOptionsAndCall } from './call.js';
import { submit } from './calls/submit.js';
import { convertNow } from './convert.js';
import type { Encoded } from './encoded.js';
import { readExtraction } from './extraction/read.js';
import type { Extraction } from './extraction.generated.js';
import type { Input, Unread } from './input.js';
import { heldInput } from './native/input.js';
import type { ExtractOptions } from './options.generated.js';
import { encodeOptions, withInternal } from './options.js';
import { converse } from './streams/converse.js';
import { convertUnread } from './streams/whole.js';

/** Options that ask for what is made by default. */
export interface DefaultParts extends ExtractOptions {
  readonly parts?: undefined;
  readonly format?: 'markdown' | undefined;
}

/** What is made by default: all that needs no option. */
export type DefaultExtraction = Extraction & Required<Omit<Extraction, 'text' | 'html' | 'chunks'>>;

/**
 * Makes of an HTML page what programs want of it, in one pass on a thread of its own: its main content as Markdown, what it says of itself,
 * and the headings, links, images, tables, code blocks and footnotes in it, each with where it stands. It never comes back empty for a page
 * that shows text.
 *
 * @param html - text, or bytes in any encoding of the web; or what they are read from, such as a response of `fetch` or a stream
 * @param options - what is to be made, and how the Markdown is written; also `signal` and `timeout` for this call
 * @returns The extraction. It never throws: wrong arguments reject too. Rejects with a `ConvertError`, or with `signal.reason`
 * if the call is aborted.
 *
 * @example
 * const { markdown, title, links } = await extract(html, { baseUrl: response.url });
 * const { metadata } = await extract(html, { parts: ['metadata'] }); // nothing else is made
 */
export function extract(html: Input | Unread, options?: DefaultParts & Call): Promise<DefaultExtraction>;
export function extract(html: Input | Unread, options?: ExtractOptions & Call): Promise<Extraction>;
export function extract(html: Input | Unread, options?: ExtractOptions & Call): Promise<Extraction> {
  try {
    const { encoded, call } = encodeOptionsAndCall(options);
    return extractOnce(extracting(encoded), html, call);
  } catch (error) {
    return Promise.reject(error);
  }
}

/**
 * {@link extract} on the calling thread, which waits. For scripts and small documents.
 *
 * @throws ConvertError
 */
export function extractSync(html: Input, options?: DefaultParts): DefaultExtraction;
export function extractSync(html: Input, options?: ExtractOptions): Extraction;
export function extractSync(html: Input, options?: ExtractOptions): Extraction {
  return extractNow(extracting(encodeOptions(options)), html);
}

/** Returns options with which native code makes an extraction. */
export function extracting({ json, asked }: Encoded): Encoded {
  return { json: withInternal(json, 'extract', true), asked };
}

/** {@link extract} with options that are {@link extracting}. Throws what is wrong with the document. */
export function extractOnce(encoded: Encoded, html: Input | Unread, call: Call | undefined): Promise<Extraction> {
  const { json, asked } = encoded;
  const input = heldInput(html);
  if (input === undefined) return convertUnread<string>(encoded, html, call, false).then(readExtraction);
  const outcome =
    asked === undefined ? (submit(json, input, call, 0) as Promise<string>) : converse(json, asked, input, call);
  return outcome.then(readExtraction);
}

/** {@link extractSync} with options that are {@link extracting}. */
export function extractNow(options: Encoded, html: Input): Extraction {
  return readExtraction(convertNow(options, html));
}
