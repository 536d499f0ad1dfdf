import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './command';
import { chunked, encoders, type RecordOf, recordOf } from './warc-file';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

interface Line {
  url: string;
  markdown: string;
  [name: string]: unknown;
}

/** What becomes of records, as JSON and as what is told. */
function converted(records: readonly (RecordOf | Buffer)[], ...args: string[]) {
  const bytes = Buffer.concat(records.map((record) => (Buffer.isBuffer(record) ? record : recordOf(record))));
  place.write({ 'a.warc': bytes });
  const { status, stdout, stderr } = place.tidemark(['a.warc', '-f', 'jsonl', '--content', 'all', ...args]);
  const lines = stdout.split('\n').slice(0, -1);
  const told = stderr.split('\n').slice(0, -1);
  return { status, pages: lines.map((line) => JSON.parse(line) as Line), told };
}

const texts = (pages: readonly Line[]) => pages.map(({ markdown }) => markdown);
const type = (value: string) => ({ 'Content-Type': value });

test('a page comes with its address, date, digest and language', () => {
  const body = '<html lang=de><title>Ebbe</title><h1>Ebbe</h1><p><a href="/flut">Flut</a>';
  const { status, pages, told } = converted(
    [
      { type: 'warcinfo', warc: type('application/warc-fields'), body: 'software: x\r\n' },
      { type: 'request', warc: type('application/http; msgtype=request'), body: 'GET / HTTP/1.1\r\n\r\n' },
      { uri: 'https://a.test/x/', warc: { 'WARC-Payload-Digest': 'sha1:ABC' }, body },
    ],
    '--parts',
    'markdown,metadata',
  );
  expect({ status, told }).toEqual({ status: 0, told: [] });
  expect(pages).toEqual([
    expect.objectContaining({
      source: 'a.warc',
      url: 'https://a.test/x/',
      date: '2026-11-30T10:00:00Z',
      digest: 'sha1:ABC',
      status: 200,
      title: 'Ebbe',
      language: 'de',
      metadata: expect.objectContaining({ title: 'Ebbe' }),
      markdown: '# Ebbe\n\n[Flut](https://a.test/flut)',
    }),
  ]);
});

test('the charset of the response goes before that of the page, and one that is none is not asked', () => {
  const body = Buffer.from('<meta charset=utf-8><p>caf\xe9', 'latin1');
  const { pages } = converted([
    { http: type('text/html; charset="ISO-8859-1"'), body },
    { http: type('text/html;charset=nonsense'), body: '<meta charset=utf-8><p>café' },
    { http: type('application/xhtml+xml; Charset=koi8-r'), body: Buffer.from([0x3c, 0x70, 0x3e, 0xc1]) },
    { http: type('text/html; charset=iso-8859-1'), body: Buffer.from('\ufeff<p>café') },
  ]);
  expect(texts(pages)).toEqual(['café', 'café', 'а', 'café']);
});

test('what is encoded for its way is undone, and what an archive has undone already stays', () => {
  const body = Buffer.from('<p>The water falls.');
  const html = type('text/html');
  const { status, pages, told } = converted([
    ...Object.entries(encoders).flatMap(([name, encode]) => [
      { http: { ...html, 'Content-Encoding': name }, body: encode(body) },
      { http: { ...html, 'content-encoding': name, 'Transfer-Encoding': 'chunked' }, body: chunked(encode(body), 5) },
      { http: { ...html, 'Content-Encoding': name, 'Transfer-Encoding': 'chunked' }, body },
    ]),
    { http: { ...html, 'Transfer-Encoding': 'gzip, chunked' }, body: chunked(gzipSync(body), 7) },
    { http: { ...html, 'Content-Encoding': 'gzip, gzip' }, body: gzipSync(gzipSync(body)) },
    { http: { ...html, 'Content-Encoding': 'identity' }, body },
    { http: { ...html, 'Transfer-Encoding': 'chunked' }, body: chunked(body, 4).subarray(0, -9) },
    { http: html, body, newline: '\n' },
  ]);
  expect({ status, told }).toEqual({ status: 0, told: [] });
  expect(texts(pages)).toEqual([...Array(18).fill('The water falls.'), 'The water fall', 'The water falls.']);
});

test('what is no page is passed over', () => {
  const { status, pages, told } = converted([
    { http: type('image/png'), body: 'x' },
    { http: type('text/plain'), body: 'x' },
    { http: {}, body: '<p>x' },
    { status: 'HTTP/1.1 404 Not Found', body: '<p>x' },
    { status: 'HTTP/1.1 301 Moved', body: '<p>x' },
    { type: 'metadata', body: '<p>x' },
    { type: 'conversion', body: '<p>x' },
    { type: 'revisit', http: type('image/png') },
    { warc: type('text/dns'), body: 'a.test. 60 IN A 127.0.0.1' },
    { type: 'resource', warc: type('text/html; charset=latin1'), body: Buffer.from('<p>\xe9', 'latin1') },
    { type: 'resource', warc: type('text/css'), body: 'x' },
    { status: 'HTTP/2 203', body: '<p>last' },
  ]);
  expect({ status, told, texts: texts(pages) }).toEqual({ status: 0, told: [], texts: ['é', 'last'] });
});

test('revisits and records that are not whole are named, and the rest is converted', () => {
  const { status, pages, told } = converted(
    [
      {
        type: 'revisit',
        uri: 'https://a.test/1',
        warc: { 'WARC-Refers-To-Target-URI': 'https://a.test/0', 'WARC-Refers-To-Date': '2026-01-01T00:00:00Z' },
      },
      { uri: 'https://a.test/2', warc: { 'WARC-Truncated': 'time' }, body: '<p>half' },
      { uri: 'https://a.test/3', http: { ...type('text/html'), 'Content-Length': '999' }, body: '<p>short' },
      {
        uri: 'https://a.test/4',
        http: { ...type('text/html'), 'Content-Encoding': 'gzip' },
        body: Buffer.from([0x1f, 0x8b, 0]),
      },
      { uri: 'https://a.test/5', http: { ...type('text/html'), 'Content-Encoding': 'rot13' }, body: '<p>x' },
      { uri: 'https://a.test/6', body: 'x'.repeat(70_000) },
      {
        uri: 'https://a.test/7',
        http: { ...type('text/html'), 'Content-Encoding': 'br' },
        body: encoders['br']?.(Buffer.alloc(1 << 20)) ?? '',
      },
      { uri: 'https://a.test/8', status: 'no response', body: '' },
      { uri: 'https://a.test/9', body: '<p>whole' },
      recordOf({ uri: 'https://a.test/10', body: '<p>cut off' }).subarray(0, -8),
    ],
    '--max-input-bytes',
    '65536',
  );
  expect(status).toBe(1);
  expect(texts(pages)).toEqual(['half', 'short', 'whole']);
  expect(pages[0]).toMatchObject({ truncated: 'time' });
  expect(
    told.map((line) => /^tidemark: a\.warc: https:\/\/a\.test\/(\d+): .* \((\w+)\)$/.exec(line)?.slice(1).join(' ')),
  ).toEqual([
    '1 ERR_REVISIT',
    '2 ERR_TRUNCATED',
    '3 ERR_TRUNCATED',
    '4 ERR_COMPRESSION',
    '5 ERR_UNSUPPORTED',
    '6 ERR_INPUT_TOO_LARGE',
    '7 ERR_INPUT_TOO_LARGE',
    '8 ERR_RECORD',
    '10 ERR_TRUNCATED',
  ]);
  expect(told[0]).toContain('It was what https://a.test/0 was on 2026-01-01T00:00:00Z, and has no content of its own');
});

describe('an archive', () => {
  test('may be compressed record by record, or as a whole, and damaged', () => {
    const records = [1, 2, 3].map((i) => recordOf({ uri: `https://a.test/${i}`, body: `<p>${i}` }));
    const members = Buffer.concat(records.map((record) => gzipSync(record)));
    place.write({
      '1.warc.gz': members,
      '2.warc.gz': gzipSync(Buffer.concat(records)),
      '3.warc.gz': members.subarray(0, -40),
      '4.warc': Buffer.concat([...records.slice(0, 1), Buffer.from('garbage\r\n\r\n'), ...records.slice(1)]),
    });
    const { status, stdout, stderr } = place.tidemark([
      '1.warc.gz',
      '2.warc.gz',
      '3.warc.gz',
      '4.warc',
      '-f',
      'jsonl',
      '--content',
      'all',
    ]);
    const found = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    const of = (name: string) => found.filter(({ source }) => source === name).map(({ markdown }) => markdown);
    expect(status).toBe(1);
    expect([of('1.warc.gz'), of('2.warc.gz')]).toEqual([
      ['1', '2', '3'],
      ['1', '2', '3'],
    ]);
    expect(of('3.warc.gz')).toEqual(['1', '2']);
    expect(of('4.warc')).toEqual(['1', '3']); // the one behind what is none is not found
    expect(stderr).toMatch(/^tidemark: 3\.warc\.gz.*\((ERR_COMPRESSION|ERR_TRUNCATED)\)$/m);
    expect(stderr).toMatch(/^tidemark: 4\.warc.*\(ERR_ARCHIVE\)$/m);
  });

  test('has names of addresses in a folder, each once', () => {
    const uris = [
      'https://a.test/',
      'https://a.test/x/y.html',
      'http://a.test/x/y.htm',
      'https://a.test/..%2f..%2fup',
      'https://b.test:8080/?q=1/2',
    ];
    place.write({ 'a.warc': Buffer.concat(uris.map((uri) => recordOf({ uri, body: '<p>x' }))) });
    expect(place.tidemark(['a.warc', '-o', 'md'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(place.files('md')).toEqual([
      'a.test/..%2F..%2Fup.md',
      'a.test/index.md',
      'a.test/x/y 2.md',
      'a.test/x/y.md',
      'b.test%3A8080/index%3Fq=1%2F2.md',
    ]);
    expect(place.read('md/a.test/index.md')).toBe(
      '---\nurl: "https://a.test/"\ndate: "2026-11-30T10:00:00Z"\nstatus: 200\n---\n\nx\n',
    );
  });
});
