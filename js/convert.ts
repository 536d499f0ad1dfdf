import { engine } from './backend/load.js';
import { type Call, callNames, encodeOptionsAndCall } from './call.js';
import { markdownOf } from './calls/outcome.js';
import { submit } from './calls/submit.js';
import type { Encoded } from './encoded.js';
import { type ConvertCall, formNames, handsOver, type Output, outputNames, wantsBytes } from './form.js';
import { utf8Bytes } from './host/node.js';
import type { Input, Unread } from './input.js';
import type { Failure } from './native/binding.js';
import { formOf, type Markdown } from './native/form.js';
import { heldInput, inSlices, nativeInput, nativeLength } from './native/input.js';
import { failed } from './native/status.js';
import { takenOver } from './native/transfer.js';
import type { Options } from './options.generated.js';
import { encodeOptions } from './options.js';
import { converse, converseNow } from './streams/converse.js';
import { convertUnread } from './streams/whole.js';

/**
 * Converts an HTML document or fragment to Markdown, on a thread of its own: the event loop goes on. The Markdown ends
 * without a newline.
 *
 * @param html - text, or bytes in any encoding of the web; or what they are read from, such as a response of `fetch` or a stream
 * @param options - how to write the Markdown; also `signal` and `timeout` for this call, `output: 'bytes'` for UTF-8 and `transfer: true` for
 * bytes that need not be copied
 * @returns The Markdown. It never throws: wrong arguments reject too. Rejects with a `ConvertError`, or with `signal.reason`
 * if the call is aborted.
 *
 * @example
 * const markdown = await convert('<h1>Tide <em>tables</em></h1>'); // '# Tide *tables*'
 * const page = await convert(await fetch(url), { timeout: 5000, baseUrl: url });
 */
export function convert(
  html: Input | Unread,
  options: Options & ConvertCall & { output: 'bytes' },
): Promise<Uint8Array<ArrayBuffer>>;
export function convert(
  html: Input | Unread,
  options?: Options & ConvertCall & { output?: 'string' | undefined },
): Promise<string>;
export function convert(html: Input | Unread, options?: Options & ConvertCall): Promise<Markdown>;
export function convert(html: Input | Unread, options?: Options & ConvertCall): Promise<Markdown> {
  if (typeof html === 'string' && options === undefined) return submit('', html, undefined, 0);
  try {
    const { encoded, call } = encodeOptionsAndCall(options, convertNames);
    return convertAs(encoded, html, call, options ?? {}, 'options');
  } catch (error) {
    return Promise.reject(error);
  }
}

/**
 * Converts an HTML document or fragment to Markdown on the calling thread, which waits. For scripts and small documents.
 *
 * @param html - text, or bytes in any encoding of the web
 * @param options - how to write the Markdown
 * @returns The Markdown, the same as that of {@link convert}.
 * @throws ConvertError
 *
 * @example
 * convertSync('<ul><li>ebb<li>flow</ul>', { bulletListMarker: '*' }); // '* ebb\n* flow'
 */
export function convertSync(html: Input, options: Options & { output: 'bytes' }): Uint8Array<ArrayBuffer>;
export function convertSync(html: Input, options?: Options & { output?: 'string' | undefined }): string;
export function convertSync(html: Input, options?: Options & Output): Markdown;
export function convertSync(html: Input, options?: Options & Output): Markdown {
  const encoded = encodeOptions(options, outputNames);
  return options !== undefined && wantsBytes(options, 'options') ? bytesNow(encoded, html) : convertNow(encoded, html);
}

export type { Markdown } from './native/form.js';

/** The names of what belongs to a call of `convert`. */
export const convertNames: readonly string[] = [...callNames, ...formNames];

/** {@link convertOnce} in the form that `source`, called `name` in messages, asks for. */
export function convertAs(
  encoded: Encoded,
  html: Input | Unread,
  call: Call | undefined,
  source: ConvertCall,
  name: string,
): Promise<Markdown> {
  const bytes = wantsBytes(source, name);
  const lends = handsOver(source, name);
  const held = heldInput(html);
  if (held === undefined) return convertUnread<Markdown>(encoded, html, call, bytes);
  const taken = lends ? takenOver(html) : undefined;
  if (encoded.asked !== undefined) {
    const markdown = convertOnce(encoded, taken ?? held, call);
    return bytes ? markdown.then(asBytes) : markdown;
  }
  return submit(encoded.json, taken ?? held, call, formOf(bytes, taken !== undefined));
}

const asBytes = (markdown: string) => utf8Bytes(markdown) as Uint8Array<ArrayBuffer>;

/** {@link convertNow} as UTF-8. */
export function bytesNow(encoded: Encoded, html: Input): Uint8Array<ArrayBuffer> {
  if (encoded.asked !== undefined) return asBytes(convertNow(encoded, html));
  const input = nativeInput(html);
  const outcome = markdownOf(
    engine.convertSync(encoded.json, inSlices(input), nativeLength(input), formOf(true, false)),
  );
  if (typeof outcome === 'object' && 'byteLength' in outcome) return outcome as Uint8Array<ArrayBuffer>;
  throw failed(outcome as Failure | number);
}

/** {@link convert} with options that are encoded already. Throws what is wrong with the document. */
export function convertOnce(encoded: Encoded, html: Input | Unread, call: Call | undefined): Promise<string> {
  const { json, asked } = encoded;
  const input = heldInput(html);
  if (input === undefined) return convertUnread(encoded, html, call, false);
  return asked === undefined ? (submit(json, input, call, 0) as Promise<string>) : converse(json, asked, input, call);
}

/** {@link convertSync} with options that are encoded already. */
export function convertNow({ json, asked }: Encoded, html: Input): string {
  const input = nativeInput(html);
  if (asked !== undefined) return converseNow(json, asked, input);
  const outcome = engine.convertSync(json, inSlices(input), nativeLength(input), 0);
  if (typeof outcome === 'string') return outcome;
  throw failed(outcome as Failure | number);
}
