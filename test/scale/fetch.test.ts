import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type HttpOptions, processor } from 'tidemark/bullmq';
import { compressed, record } from './warc';

const out = mkdtempSync(join(tmpdir(), 'tidemark-fetch-'));
const warc = compressed(record({ body: '<main><p>one' }), record({ body: '<main><p>two' }));
let server: Server;
let host: string;
let asked: string[] = [];

function answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  asked.push(url);
  const html = (body: string | Buffer, more = {}) =>
    response.writeHead(200, { 'content-type': 'text/html', ...more }).end(body);
  const to = (location: string) => response.writeHead(302, { location }).end();
  if (url === '/page' || url === '/page?a=1') html('<h1>Ebb</h1><a href="x">x</a>');
  else if (url === '/gzip') html(gzipSync('<h1>Ebb'), { 'content-encoding': 'gzip' });
  else if (url === '/latin')
    html(Buffer.from('caf\xe9', 'latin1'), { 'content-type': 'text/html; charset=iso-8859-1' });
  else if (url === '/image') html('', { 'content-type': 'image/png' });
  else if (url === '/large') html('x'.repeat(5000));
  else if (url === '/bomb') html(gzipSync('x'.repeat(1_000_000)), { 'content-encoding': 'gzip' });
  else if (url === '/round') to('/round');
  else if (url === '/moved') to('/a/b/page');
  else if (url === '/a/b/page') html('<a href="x">x</a>');
  else if (url.startsWith('/to?')) to(decodeURIComponent(url.slice(4)));
  else if (url === '/never') response.writeHead(200, { 'content-type': 'text/html' }).write('x');
  else if (url === '/a.warc.gz') range(headers.range, response);
  else response.writeHead(Number(url.slice(1)) || 404).end();
}

function range(asked: string | undefined, response: ServerResponse): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(asked ?? '') ?? [];
  if (from === undefined) response.writeHead(200).end(warc);
  else response.writeHead(206).end(warc.subarray(Number(from), to ? Number(to) + 1 : undefined));
}

beforeAll(async () => {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(out, { recursive: true });
});

const within = (more: Partial<HttpOptions> = {}): HttpOptions => ({
  allow: [host],
  allowNetworks: ['127.0.0.1'],
  ...more,
});

function run(data: object, http: HttpOptions | undefined = within()) {
  const convert = processor({ out, http, options: { maxInputBytes: 4000 } });
  return convert({ id: '1', data: { name: 'page', ...data }, updateProgress: async () => undefined });
}

const failure = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'It has not failed',
    ({ name, message }: Error) => `${name === 'UnrecoverableError' ? 'at once' : 'later'}: ${message}`,
  );

test.each([
  ['/page', (at: string) => `# Ebb\n\n[x](http://${at}/x)\n`],
  ['/gzip', () => '# Ebb\n'],
  ['/latin', () => 'café\n'],
  ['/moved', (at: string) => `[x](http://${at}/a/b/x)\n`],
])('fetches %s', async (path, expected) => {
  expect(await run({ url: `http://${host}${path}` })).toMatchObject({ documents: 1 });
  expect(readFileSync(join(out, 'page.md'), 'utf8')).toBe(expected(host));
});

test('a page without a name is called by its address', async () => {
  const { name } = await run({ url: `http://${host}/page?a=1`, name: undefined });
  expect(name).toBe(`${host.replace(':', '%3A')}/page%3Fa=1.md`);
});

test('reads a WARC, or a part of one', async () => {
  const first = compressed(record({ body: '<main><p>one' })).length;
  expect(await run({ warc: `http://${host}/a.warc.gz` })).toMatchObject({ documents: 2 });
  expect(await run({ warc: `http://${host}/a.warc.gz`, offset: first })).toMatchObject({ documents: 1 });
  expect(await run({ warc: `http://${host}/a.warc.gz`, offset: 0, length: first })).toMatchObject({ documents: 1 });
  expect(await failure(run({ warc: `http://${host}/page`, offset: 5 }))).toMatch('at once: ERR_HTTP');
});

test.each([
  ['/image', 'at once: ERR_NOT_HTML'],
  ['/large', 'at once: ERR_INPUT_TOO_LARGE'],
  ['/bomb', 'at once: ERR_INPUT_TOO_LARGE'],
  ['/404', 'at once: ERR_HTTP'],
  ['/410', 'at once: ERR_HTTP'],
  ['/round', 'at once: ERR_HTTP'],
  ['/429', 'later: ERR_HTTP'],
  ['/503', 'later: ERR_HTTP'],
  ['/to?file%3A%2F%2F%2Fetc%2Fpasswd', 'at once: ERR_INVALID_JOB'],
  ['/to?http%3A%2F%2Fother.example%2F', 'at once: ERR_NOT_ALLOWED'],
  ['/to?http%3A%2F%2F169.254.169.254%2Flatest', 'at once: ERR_NOT_ALLOWED'],
])('fails on %s: %s', async (path, expected) => {
  expect(await failure(run({ url: `http://${host}${path}` }))).toMatch(expected);
});

test('gives up on a server that does not come to an end, and on one that is not there', async () => {
  expect(await failure(run({ url: `http://${host}/never` }, within({ timeout: 100 })))).toMatch('later: ETIMEDOUT');
  expect(await failure(run({ url: 'http://127.0.0.1:9/' }, within({ allow: ['*'] })))).toMatch('later: ECONNREFUSED');
});

// Addresses of private networks, however they are written, and names that lead to them.
test.each([
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f.1',
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:a00:1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:db8::1]',
  '[fe80::1]',
  '[fc00::1]',
  '[ff02::1]',
  'localhost',
])('does not connect to %s, nor is led there', async (name) => {
  asked = [];
  const { port } = server.address() as AddressInfo;
  const url = `http://${name}:${port}/page`;
  expect(await failure(run({ url }, { allow: ['*'] }))).toMatch(
    /at once: ERR_NOT_ALLOWED: .* an address of a private network/,
  );
  expect(asked).toEqual([]);
  // The server itself is allowed from here on, and the names of it.
  if (['127.0.0.1', 'localhost', '[::ffff:7f00:1]'].includes(new URL(url).hostname)) return;
  const led = { url: `http://${host}/to?${encodeURIComponent(url)}` };
  expect(await failure(run(led, { allow: ['*'], allowNetworks: ['127.0.0.1'] }))).toMatch('at once: ERR_NOT_ALLOWED');
  expect(asked).toHaveLength(1);
});

test.each([
  ['example.com', 'http://example.com/', true],
  ['example.com', 'http://example.com:8080/', false],
  ['example.com:8080', 'http://example.com:8080/', true],
  ['example.com', 'http://www.example.com/', false],
  ['*.example.com', 'http://www.example.com/', true],
  ['*.example.com', 'http://example.com/', false],
  ['*.example.com', 'http://badexample.com/', false],
  ['EXAMPLE.com', 'http://example.com/', true],
  ['example.com', 'http://example.com@evil.example/', false],
])('%s stands for %s: %s', async (allow, url, isAllowed) => {
  // Addresses of names are not asked for here: only whether the name is what stops it.
  const told = await failure(run({ url }, { allow: [allow], timeout: 1000 }));
  expect(told.includes('is not among the hosts that are allowed')).toBe(!isAllowed);
});
