import { engine } from './backend/load.js';
import { type Call, encodeOptionsAndCall } from './call.js';
import { submit } from './calls/submit.js';
import type { Encoded } from './encoded.js';
import type { Input } from './input.js';
import type { Failure } from './native/binding.js';
import { inSlices, nativeInput, nativeLength } from './native/input.js';
import { failed } from './native/status.js';
import type { Options } from './options.generated.js';
import { encodeOptions } from './options.js';
import { converse, converseNow } from './streams/converse.js';

/**
 * Converts an HTML document or fragment to Markdown, on a thread of its own: the event loop goes on. The Markdown ends
 * without a newline.
 *
 * @param html - text, or bytes in any encoding of the web
 * @param options - how to write the Markdown; also `signal` and `timeout` for this call
 * @returns The Markdown. It never throws: wrong arguments reject too. Rejects with a `ConvertError`, or with `signal.reason`
 * if the call is aborted.
 *
 * @example
 * const markdown = await convert('<h1>Tide <em>tables</em></h1>'); // '# Tide *tables*'
 * const page = await convert(await response.arrayBuffer(), { timeout: 5000, baseUrl: response.url });
 */
export function convert(html: Input, options?: Options & Call): Promise<string> {
  if (typeof html === 'string' && options === undefined) return submit('', html, undefined);
  try {
    const { encoded, call } = encodeOptionsAndCall(options);
    return convertOnce(encoded, html, call);
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
export function convertSync(html: Input, options?: Options): string {
  return convertNow(encodeOptions(options), html);
}

/** {@link convert} with options that are encoded already. Throws what is wrong with the document. */
export function convertOnce({ json, asked }: Encoded, html: Input, call: Call | undefined): Promise<string> {
  const input = nativeInput(html);
  return asked === undefined ? submit(json, input, call) : converse(json, asked, input, call);
}

/** {@link convertSync} with options that are encoded already. */
export function convertNow({ json, asked }: Encoded, html: Input): string {
  const input = nativeInput(html);
  if (asked !== undefined) return converseNow(json, asked, input);
  const outcome = engine.convertSync(json, inSlices(input), nativeLength(input));
  if (typeof outcome === 'string') return outcome;
  throw failed(outcome as Failure | number);
}
