import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import { convertSync } from 'tidemark';
import { root } from '../support/child';
import { Place } from './command';
import { chunked, encoders, type RecordOf, recordOf } from './warc-file';

// A crawl of a thousand pages with odd records between them, each of which is looked at. The pages are those of another folder if TIDEMARK_PAGES says so.
const folder = process.env['TIDEMARK_PAGES'] ?? join(root, 'core', 'testdata', 'golden');
const count = 1000;

const place = new Place();
afterAll(() => place.remove());

function pages(): Buffer[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.html?(\.gz)?$/.test(name),
  );
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  });
}

/** What has to become of a record: Markdown; or a code; or nothing. */
interface Expected {
  readonly record: RecordOf;
  readonly markdown?: string;
  readonly code?: string;
}

const html = { 'Content-Type': 'text/html; charset=utf-8' };
const codings = Object.entries(encoders);

/** The ways in which a page may stand in a crawl, one after another. */
const ways: readonly ((page: Buffer, uri: string, i: number) => Expected)[] = [
  (page, uri) => ({
    record: { uri, body: page, http: { 'Content-Type': 'text/html' } },
    markdown: markdownOf(page, uri),
  }),
  (page, uri, i) => {
    const [name = '', encode = gzipSync] = codings[i % codings.length] ?? [];
    const http = { ...html, 'Content-Encoding': name };
    return { record: { uri, http, body: encode(page) }, markdown: markdownOf(page, uri, 'utf-8') };
  },
  (page, uri, i) => {
    const http = { ...html, 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' };
    return {
      record: { uri, http, body: chunked(gzipSync(page), 1 + (i % 5000)) },
      markdown: markdownOf(page, uri, 'utf-8'),
    };
  },
  (page, uri) => {
    const http = { 'content-type': 'application/xhtml+xml;charset=windows-1252' };
    return { record: { uri, http, body: page, newline: '\n' }, markdown: markdownOf(page, uri, 'windows-1252') };
  },
  (page, uri) => {
    const half = page.subarray(0, page.length >> 1);
    const record = { uri, http: html, body: half, warc: { 'WARC-Truncated': 'length' } };
    return { record, markdown: markdownOf(half, uri, 'utf-8'), code: 'ERR_TRUNCATED' };
  },
  (page, uri) => ({ record: { uri, type: 'revisit', http: html, body: page.subarray(0, 0) }, code: 'ERR_REVISIT' }),
  (page, uri) => ({ record: { uri, body: page, status: 'HTTP/1.1 404 Not Found' } }),
  (page, uri) => ({ record: { uri, body: page, http: { 'Content-Type': 'application/json' } } }),
  (page, uri) => ({ record: { uri, body: page, type: 'metadata' } }),
  (page, uri) => ({
    record: { uri, body: page, type: 'resource', warc: { 'Content-Type': 'text/html; charset=utf-8' } },
    markdown: markdownOf(page, uri, 'utf-8'),
  }),
  (page, uri) => {
    const body = Buffer.concat([gzipSync(page).subarray(0, 12), Buffer.from('damaged')]);
    return { record: { uri, http: { ...html, 'Content-Encoding': 'gzip' }, body }, code: 'ERR_COMPRESSION' };
  },
  (_page, uri) => ({ record: { uri, body: '', status: 'nothing of HTTP' }, code: 'ERR_RECORD' }),
  (_page, uri) => ({ record: { uri, body: Buffer.alloc(5 << 20) }, code: 'ERR_INPUT_TOO_LARGE' }),
];

function markdownOf(page: Uint8Array, baseUrl: string, encoding?: string): string {
  return convertSync(page, { baseUrl, ...(encoding && { encoding }) });
}

test('of a crawl each record becomes what it should', () => {
  const all = pages();
  const expected = Array.from({ length: count }, (_, i) => {
    const page = all[i % all.length] as Buffer;
    // Seven of ten records are pages as they should be.
    const way = i % 10 < 7 ? (i % 10) % 4 : 4 + ((i * 7) % (ways.length - 4));
    return (ways[way] as (typeof ways)[number])(page, `https://a.test/${i}`, i);
  });
  place.write({
    'crawl.warc.gz': Buffer.concat(expected.map(({ record }) => gzipSync(recordOf(record), { level: 1 }))),
  });
  const args = ['crawl.warc.gz', '-f', 'jsonl', '--content', 'all', '--parts', 'markdown', '--progress', 'json'];
  const { status, stdout, stderr } = place.tidemark([...args, '--max-input-bytes', String(4 << 20)]);
  expect(status).toBe(1);

  const found = new Map<string, { markdown?: string; code?: string }>();
  const note = (url: string, what: object) => found.set(url, { ...found.get(url), ...what });
  for (const line of stdout.trimEnd().split('\n')) {
    const { url, markdown } = JSON.parse(line);
    note(url, { markdown });
  }
  for (const line of stderr.trimEnd().split('\n')) {
    const { type, path = '', code } = JSON.parse(line);
    if (type === 'failure' || type === 'remark') note(path.replace('crawl.warc.gz: ', ''), { code });
  }
  for (const { record, ...what } of expected)
    expect([record.uri, found.get(record.uri ?? '') ?? {}]).toEqual([record.uri, what]);
  expect(new Set(expected.map(({ code }) => code)).size).toBe(6); // those that there are, and none
});
