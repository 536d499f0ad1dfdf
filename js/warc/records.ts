import { createGunzip, type Gunzip } from 'node:zlib';
import { AsyncIterReader, type LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { charsetOf } from '../files/charset.js';
import { coded } from '../files/coded.js';
import { Block } from './block.js';
import { contentOf, isHtml, type ResponseHead } from './response.js';

/** A page that a crawl has kept. */
export interface Page {
  readonly url: string;
  /** When it was fetched, as the WARC writes it. */
  readonly date: string | undefined;
  /** That of its content or else of its record, if the WARC has one. */
  readonly digest: string | undefined;
  /** Absent from a resource, which no server has answered with. */
  readonly status: number | undefined;
  /** The encoding that the HTTP header names, if it is one. */
  readonly charset: string | undefined;
  /** Why not all of it was kept, if it was not. */
  readonly truncated: string | undefined;
  readonly html: Uint8Array;
}

/** A record that could be a page, and cannot be read as one; or, without an address, a place in the WARC that is no record. */
export interface Unread {
  readonly url: string;
  /** `ERR_REVISIT` is that of a page that was as it was before, and of which there is nothing more to read. */
  readonly code: string;
  readonly message: string;
}

type Bytes = AsyncIterable<Uint8Array>;

/**
 * Yields the pages of a web archive, https://iipc.github.io/warc-specifications/: responses of HTTP with a status of 2xx, and resources, that are HTML.
 * It may be compressed, as a whole or record by record. No page has more than `most` bytes.
 */
export async function* pagesOf(source: Bytes, most: number): AsyncGenerator<Page | Unread> {
  const reader = new AsyncIterReader(uncompressed(source), null);
  // Heads of responses are read here: those of some archives end in no empty line that the library knows, and it would read on behind them.
  const parser = new WARCParser(reader, { parseHttp: false });
  let isLost = false; // between what is no record
  for (;;) {
    const record = await next(parser);
    if (record === null) return;
    if ('code' in record) {
      yield record;
      return;
    }
    const wasLost = isLost;
    isLost = !/^WARC\/\d/.test(record.warcHeaders.statusline);
    if (isLost && !wasLost) yield unread(undefined, coded('ERR_ARCHIVE', 'Something in it is not a record'));
    if (isLost) continue;
    const block = new Block(record.reader as LimitReader);
    try {
      const read = await pageOf(record, block, most);
      await block.drain();
      // Not in the library, which would wait for the rest for ever.
      if (block.isCutOff) throw coded('ERR_TRUNCATED', 'The file ends within it');
      if (read !== undefined) yield await read();
    } catch (error) {
      yield unread(record, error);
      if (!(record.warcContentLength >= 0)) return;
      await block.drain();
      if (block.isCutOff) return;
    }
  }
}

/** Reads a record as far as it may be a page. Returns what undoes the codings of it, or undefined if it is none. */
async function pageOf(record: WARCRecord, block: Block, most: number): Promise<(() => Promise<Page>) | undefined> {
  const { warcType, warcContentLength } = record;
  const type = record.warcContentType ?? undefined;
  if (!(warcContentLength >= 0)) throw coded('ERR_ARCHIVE', 'It has no length: where the next begins is not known');
  if (warcType === 'revisit' && (await mayBePage(block))) throw coded('ERR_REVISIT', revisited(record));
  if (warcType === 'resource') return isHtml(type) ? ofResource(record, type, await block.rest(most)) : undefined;
  if (warcType !== 'response' || !/^\s*application\/http\b/i.test(type ?? 'application/http')) return undefined;
  const head = await block.responseHead();
  if (head.status < 200 || head.status > 299 || !isHtml(head.fields.get('content-type'))) return undefined;
  return ofResponse(record, head, await block.rest(most), most);
}

/** Whether a revisit is of a page, as far as it says what it is of. */
async function mayBePage(block: Block): Promise<boolean> {
  const head = await block.responseHead().catch(() => undefined);
  const type = head?.fields.get('content-type');
  return type === undefined || isHtml(type);
}

function ofResource(record: WARCRecord, type: string | undefined, html: Uint8Array): () => Promise<Page> {
  return async () => ({ ...factsOf(record), status: undefined, charset: charsetOf(type), html });
}

function ofResponse(record: WARCRecord, head: ResponseHead, body: Uint8Array, most: number): () => Promise<Page> {
  const { status, fields } = head;
  const facts = factsOf(record);
  const promised = fields.has('transfer-encoding') ? 0 : Number(fields.get('content-length') ?? 0);
  return async () => ({
    ...facts,
    status,
    charset: charsetOf(fields.get('content-type')),
    truncated: facts.truncated ?? (body.length < promised ? 'length' : undefined),
    html: await contentOf(head, body, most),
  });
}

const factsOf = (record: WARCRecord) => ({
  url: record.warcTargetURI ?? '',
  date: record.warcDate ?? undefined,
  digest: record.warcPayloadDigest ?? record.warcBlockDigest ?? undefined,
  truncated: record.warcHeaders.headers.get('WARC-Truncated') ?? undefined,
});

function revisited({ warcRefersToTargetURI: uri, warcRefersToDate: date }: WARCRecord): string {
  const what = uri ? `what ${uri} was` : 'what it was before';
  return `It was ${what}${date ? ` on ${date}` : ''}, and has no content of its own`;
}

function unread(record: WARCRecord | undefined, error: unknown): Unread {
  const { code = 'ERR_FAILED', message } = isOfZlib(error) ? damaged(error) : (error as NodeJS.ErrnoException);
  return { url: record?.warcTargetURI ?? '', code, message };
}

async function next(parser: WARCParser): Promise<WARCRecord | Unread | null> {
  try {
    return await parser.parse();
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    return unread(undefined, error);
  }
}

const isOfZlib = (error: unknown): error is Error => !!(error as NodeJS.ErrnoException).code?.startsWith('Z_');

const damaged = ({ message }: Error) => coded('ERR_COMPRESSION', `It is not valid gzip from here on: ${message}`);

/** Undoes gzip on another thread. Each record may be a member. */
async function* uncompressed(source: Bytes): AsyncGenerator<Uint8Array> {
  let gunzip: Gunzip | undefined;
  let isFirst = true;
  const pieces: Uint8Array[] = [];
  const take = (piece: Uint8Array) => pieces.push(piece);
  for await (const piece of source) {
    if (isFirst && isGzip(piece))
      gunzip = createGunzip()
        .on('data', take)
        .on('error', () => undefined);
    isFirst = false;
    if (gunzip === undefined) {
      yield piece;
      continue;
    }
    const error = await told((done) => gunzip?.write(piece, done));
    yield* pieces.splice(0); // what came before the error, too
    if (error) throw error;
  }
  const error = gunzip && (await told((done) => gunzip.once('end', done).once('error', done).end()));
  yield* pieces;
  if (error) throw error;
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function told(act: (done: (error?: Error | null) => void) => void): Promise<Error | null | undefined> {
  return new Promise((resolve) => act(resolve));
}
