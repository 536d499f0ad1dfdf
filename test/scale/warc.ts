import { gzipSync } from 'node:zlib';

interface Made {
  readonly type?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly warcHeaders?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A record of a WARC, as a crawler writes it. */
export function record({
  type = 'response',
  url = 'https://example.com/',
  status = 200,
  headers,
  warcHeaders,
  body,
}: Made): Buffer {
  const http = Object.entries({ 'Content-Type': 'text/html', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const head = type === 'warcinfo' ? '' : `HTTP/1.1 ${status} OK\r\n${http.join('')}\r\n`;
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body)]);
  const fields = {
    'WARC-Type': type,
    'WARC-Target-URI': url,
    'WARC-Date': '2026-11-30T12:00:00Z',
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'WARC-Payload-Digest': 'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(block.length),
    ...warcHeaders,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** Records as a file: each is a member of gzip. */
export const compressed = (...records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((bytes) => gzipSync(bytes)));
