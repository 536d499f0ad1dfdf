import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A record of a web archive, with what is usual where nothing is said. */
export interface RecordOf {
  readonly type?: string;
  readonly uri?: string;
  /** Further fields of the record. */
  readonly warc?: Readonly<Record<string, string>>;
  readonly status?: string;
  /** The fields of the response. */
  readonly http?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** What the lines of the response end with. */
  readonly newline?: string;
}

/** Makes a record: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/ */
export function recordOf(record: RecordOf): Buffer {
  const { type = 'response', uri = 'https://a.test/', warc = {}, body = '', newline = '\r\n' } = record;
  const { status = 'HTTP/1.1 200 OK', http = { 'Content-Type': 'text/html' } } = record;
  const isHttp = type === 'response' || (type === 'revisit' && record.http !== undefined);
  const head = isHttp ? [status, ...fields(http), '', ''].join(newline) : '';
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body)]);
  const all = {
    'WARC-Type': type,
    'WARC-Target-URI': uri,
    'WARC-Date': '2026-11-30T10:00:00Z',
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'Content-Type': isHttp ? 'application/http; msgtype=response' : 'text/html',
    'Content-Length': String(block.length),
    ...warc,
  };
  return Buffer.concat([
    Buffer.from(['WARC/1.1', ...fields(all), '', ''].join('\r\n')),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
}

const fields = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).map(([name, value]) => `${name}: ${value}`);

/** A body in chunks of so many bytes. */
export function chunked(body: string | Uint8Array, size: number): Buffer {
  const bytes = Buffer.from(body);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    pieces.push(Buffer.from(`${piece.length.toString(16)};x=y\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}

/** How a body may be encoded, by the names of HTTP. */
export const encoders: Readonly<Record<string, (body: Uint8Array) => Buffer>> = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  deflate: deflateSync,
  'Deflate ': deflateRawSync,
  br: brotliCompressSync,
};
