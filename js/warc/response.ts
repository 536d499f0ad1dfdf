import { codingsOf, decoded } from '../files/content-encoding.js';

/** The beginning of an HTTP response: https://www.rfc-editor.org/rfc/rfc9112#section-2.1 */
export interface ResponseHead {
  readonly status: number;
  /** Of each name the first, in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** How many bytes it has, with the empty line. */
  readonly length: number;
}

export const mostHeadBytes = 64 * 1024;

/** Reads the head of a response, or returns undefined if it does not end in these bytes. Lines may end as those of Unix do. */
export function readHead(bytes: Uint8Array): ResponseHead | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostHeadBytes)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  if (end === null) return undefined;
  const [line = '', ...lines] = text
    .slice(0, end.index)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const field of lines) {
    const colon = field.indexOf(':');
    const name = field.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, field.slice(colon + 1).trim());
  }
  const status = Number(/^HTTP\/\S+\s+(\d{3})\b/i.exec(line)?.[1] ?? Number.NaN);
  return { status, fields, length: end.index + end[0].length };
}

/** Whether a Content-Type is that of HTML. */
export function isHtml(contentType = ''): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(contentType);
}

/** Returns the content of a body as it was before it was coded for its way. What archives have undone already stays as it is. */
export async function contentOf({ fields }: ResponseHead, body: Uint8Array, most: number): Promise<Uint8Array> {
  const transfer = codingsOf(fields.get('transfer-encoding'));
  const content = transfer.includes('chunked') ? (unchunked(body) ?? body) : body;
  const rest = transfer.filter((coding) => coding !== 'chunked');
  return decoded(content, [fields.get('content-encoding') ?? '', ...rest].join(), most);
}

/** Joins the chunks of a body, as far as they go. Returns undefined if it does not begin with one. */
function unchunked(body: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  // Not a buffer for each chunk: short ones would take far more than what they hold.
  const content = Buffer.allocUnsafe(buffer.length);
  let length = 0;
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf(0x0a, at);
    const line = end < 0 || end - at > longestLine ? '' : buffer.toString('latin1', at, end);
    const digits = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line)?.[1];
    if (digits === undefined && at === 0) return undefined;
    const size = digits === undefined ? buffer.length - at : Number.parseInt(digits, 16);
    const start = digits === undefined ? at : end + 1;
    if (size === 0) break;
    length += buffer.copy(content, length, start, start + size);
    at = start + size;
    at += buffer[at] === 0x0d ? 2 : 1;
  }
  return content.subarray(0, length);
}

const longestLine = 1024;
