import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ConvertError } from '../errors.js';
import { charsetOf } from '../files/charset.js';
import type { MarkdownLoaderFields } from './fields.js';

/** A page as it was got, and what its transport says of it. */
export interface Source {
  html: Uint8Array;
  /** Its address, after redirections, or its path. */
  source: string;
  encoding?: string;
}

const defaultMaxInputBytes = 64 * 1024 * 1024;

/** Gets a page, by its path or its address. */
export async function read(from: string | URL, fields: MarkdownLoaderFields): Promise<Source> {
  const address = String(from);
  if (/^https?:/i.test(address)) return getInTime(address, fields);
  const path = /^file:/i.test(address) ? fileURLToPath(address) : address;
  return { html: await readFile(path, { signal: fields.signal }), source: address };
}

async function getInTime(address: string, fields: MarkdownLoaderFields): Promise<Source> {
  const { signal, timeout } = fields;
  if (timeout === undefined) return get(address, fields);
  const time = AbortSignal.timeout(timeout);
  try {
    return await get(address, { ...fields, signal: signal === undefined ? time : AbortSignal.any([signal, time]) });
  } catch (error) {
    if (!time.aborted || signal?.aborted) throw error;
    throw new ConvertError(
      'ERR_TIMEOUT',
      `${address} did not answer within options.timeout, ${timeout} ms. Raise it, or leave the address out`,
    );
  }
}

async function get(
  address: string,
  { fetch = globalThis.fetch, signal, maxInputBytes }: MarkdownLoaderFields,
): Promise<Source> {
  const response = await fetch(address, {
    headers: { accept: 'text/html, application/xhtml+xml' },
    signal: signal ?? null,
  });
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !/^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(type)) {
    void response.body?.cancel().catch(() => undefined);
    const found = response.ok ? `with ${type === '' ? 'no type' : type}` : `${response.status} ${response.statusText}`;
    throw new Error(
      `Expected ${address} to answer in HTML but it has answered ${found}. Leave it out, or give another address`,
    );
  }
  const encoding = charsetOf(type);
  const html = await bytesOf(response, maxInputBytes ?? defaultMaxInputBytes);
  return { html, source: response.url || address, ...(encoding !== undefined && { encoding }) };
}

/** All bytes of an answer, but no more than may be converted. */
async function bytesOf({ body, url }: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > most) {
      throw new ConvertError(
        'ERR_INPUT_TOO_LARGE',
        `${url} is larger than options.maxInputBytes, ${most} bytes. Raise it, or leave it out`,
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
