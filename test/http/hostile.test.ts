import { once } from 'node:events';
import * as http from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { convertSync, stats } from 'tidemark';
import { markdownResponse, nodeMarkdown, webMarkdown } from 'tidemark/http';
import { rejection, thrown } from '../support/pool';
import { askServer, hosts, listen, type Options, type Pages, type Site } from './hosts';

const accept = { accept: 'text/markdown' };
const html = { 'content-type': 'text/html; charset=utf-8' };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Waits for what comes by itself. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(5);
}

const isIdle = () => stats().running === 0 && stats().queued === 0;

describe.each(Object.entries(hosts))('%s', (name, serve) => {
  const open = async (pages: Pages, options?: Options): Promise<Site> => {
    const site = await serve(pages, options);
    closing.push(site.close);
    return site;
  };

  test('equal requests at a time are one conversion, and later ones none', async () => {
    const body = `<h1>Tides</h1>${'<p>Ebb and <b>flow</b>.</p>'.repeat(5000)}`;
    const { ask } = await open({ '/': { headers: { ...html, etag: '"1"' }, body } }, { tokens: false });
    const before = stats().completed;
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/', accept)));
    const expected = convertSync(body);
    for (const { text } of answers) expect(text).toBe(expected);
    expect((await ask('/', accept)).text).toBe(expected);
    expect(stats().completed - before).toBe(1);
  });

  test.each([
    ['no-store', { 'cache-control': 'no-store' }, 2],
    ['private', { 'cache-control': 'max-age=60, Private' }, 2],
    ['what is public', { 'cache-control': 'public' }, 1],
  ])('keeps no copy of %s', async (_, fields, conversions) => {
    const { ask } = await open(
      { '/': { headers: { ...html, ...fields, etag: '"1"' }, body: '<b>1' } },
      { tokens: false },
    );
    const before = stats().completed;
    for (let i = 0; i < 2; i++) expect((await ask('/', accept)).text).toBe('**1**');
    expect(stats().completed - before).toBe(conversions);
  });

  test('the same tag is another page at another address', async () => {
    const page = (body: string) => ({ headers: { ...html, etag: '"1"' }, body });
    const { ask } = await open({ '/a': page('<b>a'), '/b': page('<b>b') });
    expect([(await ask('/a', accept)).text, (await ask('/b', accept)).text]).toEqual(['**a**', '**b**']);
  });

  test('the cache has an end', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`/${i}`, { headers: html, body: `<p>${i}${'x'.repeat(1000)}` }]),
    );
    const { ask } = await open(pages, { tokens: false, maxCachedBytes: 5000 });
    for (let i = 0; i < 20; i++) await ask(`/${i}`, accept);
    const before = stats().completed;
    await ask('/19', accept);
    expect(stats().completed - before).toBe(0);
    await ask('/0', accept);
    expect(stats().completed - before).toBe(1);
  });

  test('tags that are none are not taken over', async () => {
    for (const etag of ['v1', '"a"b"', '"a, "b"']) {
      const { ask } = await open({ '/': { headers: { ...html, etag }, body: '<b>1' } });
      expect((await ask('/', accept)).headers.etag).toMatch(/^"[0-9a-f]{32}-md-[0-9a-f]{8}"$/);
    }
  });

  test('what is no HTML at all comes out somehow, and empty HTML too', async () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256));
    const errors: unknown[] = [];
    const pages = { '/binary': { headers: html, body: bytes }, '/empty': { headers: html, body: '' } };
    const { ask } = await open(pages, { onError: (error) => errors.push(error) });
    expect((await ask('/binary', accept)).text).toBe(convertSync(bytes, { encoding: 'utf-8' }));
    expect(await ask('/empty', accept)).toMatchObject({ status: 200, text: '', headers: { 'content-length': '0' } });
    expect(errors).toEqual([]);
  });

  test('what is small until it is decoded is too large all the same', async () => {
    const headers = { ...html, 'content-encoding': 'gzip' };
    const body = gzipSync('<p>ebb</p>'.repeat(5_000_000));
    const errors: string[] = [];
    const onError = (error: unknown) => errors.push((error as { code: string }).code);
    const before = await open({ '/': { headers, body } }, { maxInputBytes: 100_000, onError });
    expect((await before.ask('/', accept)).body.equals(body)).toBe(true);
    // Where some has been sent, there is no way back.
    const during = await open(
      { '/': { headers, body } },
      { maxInputBytes: 1_000_000, maxBufferedBytes: 1000, onError },
    );
    await expect(during.ask('/', accept)).rejects.toThrow();
    await until(() => errors.length === 2);
    expect(errors).toEqual(['ERR_INPUT_TOO_LARGE', 'ERR_INPUT_TOO_LARGE']);
  });

  test('a body that breaks off breaks off', async () => {
    async function* broken(pieces: number) {
      for (let i = 0; i < pieces; i++) yield Buffer.from('<p>ebb</p>'.repeat(1000));
      throw new Error('broken');
    }
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const pages = {
      '/soon': { headers: html, body: () => broken(1) },
      '/late': { headers: html, body: () => broken(50) },
    };
    const { ask } = await open(pages, { maxBufferedBytes: 20_000, onError });
    await expect(ask('/soon', accept)).rejects.toThrow();
    await expect(ask('/late', accept)).rejects.toThrow();
    // There the handler ends its response itself, which needs not to be told.
    const endsItself = name === 'node:http' || name === 'Express 5';
    expect(errors).toEqual(endsItself ? [] : [new Error('broken'), new Error('broken')]);
    await until(isIdle);
  });
});

describe('node:http', () => {
  const open = async (handler: http.RequestListener, options: Options = {}) => {
    const { port, close } = await listen(http.createServer(nodeMarkdown(handler, options)));
    closing.push(close);
    return port;
  };

  test('a handler that destroys its response', async () => {
    const errors: unknown[] = [];
    const port = await open(
      (_, response) => {
        response.writeHead(200, html);
        response.write('<p>ebb');
        setImmediate(() => response.destroy());
      },
      { onError: (error) => errors.push(error) },
    );
    await expect(askServer(port, '/', accept)).rejects.toThrow('socket hang up');
    expect(errors).toEqual([]);
  });

  test('a client that leaves before there is an answer', async () => {
    const errors: unknown[] = [];
    let left: Promise<unknown> | undefined;
    const port = await open(
      (_, response) => {
        left = once(response, 'close');
        response.writeHead(200, html);
        response.write('<p>ebb');
      },
      { onError: (error) => errors.push(error) },
    );
    const request = http.get({ port, host: '127.0.0.1', headers: accept });
    request.on('error', () => undefined);
    await until(() => left !== undefined);
    request.destroy();
    await left;
    await until(isIdle);
    expect(errors).toEqual([]);
  });

  test('a body without end: who writes waits for who reads, until that leaves', async () => {
    let written = 0;
    let left: Promise<unknown> | undefined;
    const errors: unknown[] = [];
    const piece = '<p>ebb and flow</p>'.repeat(1000);
    const port = await open(
      (_, response) => {
        left = once(response, 'close');
        response.writeHead(200, html);
        const fill = () => {
          while (response.write(piece)) written += piece.length;
          written += piece.length;
        };
        response.on('drain', fill);
        fill();
      },
      { maxBufferedBytes: 100_000, maxInputBytes: 2 ** 30, onError: (error) => errors.push(error) },
    );
    const request = http.get({ port, host: '127.0.0.1', headers: accept });
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    expect(response.headers['content-type']).toBe('text/markdown; charset=utf-8');
    await once(response, 'readable');
    for (let before = -1; before !== written; await setTimeout(200)) before = written;
    expect(written).toBeLessThan(2 ** 26);
    response.destroy();
    await left;
    await until(isIdle);
    expect(errors).toEqual([]);
  });
});

describe('a web handler', () => {
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('may stand before another site, whose answers fetch has decoded: %s', async (coding, encode) => {
    const page = '\n<!doctype html><h1>Ebb</h1>';
    const { port, close } = await listen(
      http.createServer((_, response) => {
        response.writeHead(200, { ...html, 'content-encoding': coding, etag: '"1"' }).end(encode(page));
      }),
    );
    closing.push(close);
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const handle = webMarkdown(() => fetch(`http://127.0.0.1:${port}/`), { onError });
    const response = await handle(new Request('http://localhost/', { headers: accept }));
    expect(await response.text()).toBe('# Ebb');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(errors).toEqual([]);
  });

  test('what is no handler, no request or no response is said at once', async () => {
    const invalid = (what: string) => ({ code: 'ERR_INVALID_ARG', message: expect.stringContaining(what) });
    for (const wrap of [nodeMarkdown, webMarkdown] as ((handler: unknown) => unknown)[]) {
      expect(thrown(() => wrap('page'))).toMatchObject(invalid("Expected a function for handler but received 'page'"));
    }
    const request = new Request('http://localhost/', { headers: accept });
    const nothing = webMarkdown((() => undefined) as never);
    expect(await rejection(nothing(request))).toMatchObject(invalid('Expected a Response, which the handler returns,'));
    expect(await rejection(markdownResponse({} as never, new Response('')))).toMatchObject(
      invalid('Expected a Request'),
    );
  });

  test('requests stay what they are, and cookies too', async () => {
    class OwnRequest extends Request {
      readonly path = new URL(this.url).pathname;
    }
    const seen: (string | null)[] = [];
    const handle = webMarkdown((request: OwnRequest, beside: string) => {
      seen.push(request.path, beside, request.headers.get('range'));
      const headers = new Headers(html);
      for (const cookie of ['a=1', 'b=2']) headers.append('set-cookie', cookie);
      return new Response('<b>1', { headers });
    });
    const request = new OwnRequest('http://localhost/tides', { headers: { ...accept, range: 'bytes=0-1' } });
    const response = await handle(request, 'beside');
    expect(await response.text()).toBe('**1**');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(seen).toEqual(['/tides', 'beside', null]);
  });

  test('who reads no more ends the reading of the source', async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Buffer.from('<p>ebb</p>'.repeat(1000))),
      cancel: () => {
        isCancelled = true;
      },
    });
    const handle = webMarkdown(() => new Response(endless, { headers: html }), { maxBufferedBytes: 1000 });
    const response = await handle(new Request('http://localhost/', { headers: accept }));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toMatch(/^ebb\n\nebb/);
    await reader.cancel();
    await until(() => isCancelled && isIdle());
  });

  test('a source that gives nothing more is left too', async () => {
    let isCancelled = false;
    const stuck = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('<p>ebb</p>'.repeat(1000))),
      cancel: () => {
        isCancelled = true;
      },
    });
    const handle = webMarkdown(() => new Response(stuck, { headers: html }), { maxBufferedBytes: 1000 });
    const response = await handle(new Request('http://localhost/', { headers: accept }));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.cancel();
    await until(() => isCancelled && isIdle());
  });
});
