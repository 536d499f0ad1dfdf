import { WARCParser } from 'warcio';
import { isHtml } from './response.js';

/** Where a page is in a WARC. */
export interface Location {
  readonly url: string;
  readonly offset: number;
  readonly length: number;
}

/** Yields where the pages of a WARC are. Each is a member of its own, if the WARC is compressed as it should be. */
export async function* locationsOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Location> {
  const parser = new WARCParser(source);
  for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
    await record.skipFully();
    const { offset, recordLength: length } = parser;
    const status = Number(record.httpHeaders?.statusCode);
    const type = record.httpHeaders?.headers.get('content-type') ?? undefined;
    const isPage = record.warcType === 'response' && status >= 200 && status < 300 && isHtml(type);
    if (isPage) yield { url: record.warcTargetURI ?? '', offset, length };
  }
}
