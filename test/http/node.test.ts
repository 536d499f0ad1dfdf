import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import * as http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import compression from 'compression';
import express, { type ErrorRequestHandler } from 'express';
import { convertSync } from 'tidemark';
import { expressMarkdown, nodeMarkdown } from 'tidemark/http';
import { askServer, listen, type Options } from './hosts';

const accept = { accept: 'text/markdown' };
const page = `<h1>Tides</h1>${'<p>Ebb and <b>flow</b>.</p>'.repeat(200)}`;
const expected = convertSync(page);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(handler: http.RequestListener): Promise<number> {
  const { port, close } = await listen(http.createServer(handler));
  closing.push(close);
  return port;
}

const serveNode = (handler: http.RequestListener, options?: Options) => serve(nodeMarkdown(handler, options));

describe('node:http', () => {
  test.each<[string, http.RequestListener]>([
    ['setHeader', (_, response) => response.setHeader('Content-Type', 'text/html').end(page)],
    ['writeHead with an object', (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)],
    [
      'writeHead with a reason',
      (_, response) => response.writeHead(200, 'Fine', { 'Content-Type': 'text/html' }).end(page),
    ],
    ['writeHead with a list', (_, response) => response.writeHead(200, ['Content-Type', 'text/html']).end(page)],
    [
      'writeHead with pairs',
      (_, response) => response.writeHead(200, [['Content-Type', 'text/html']] as never).end(page),
    ],
    [
      'write and end',
      (_, response) => {
        response.setHeader('content-type', 'text/html');
        response.flushHeaders();
        response.write(page.slice(0, 10));
        response.write(Buffer.from(page.slice(10, 20)).toString('base64'), 'base64');
        response.end(page.slice(20), 'utf8');
      },
    ],
  ])('an answer by %s', async (_, handler) => {
    const port = await serveNode(handler);
    expect(await askServer(port, '/', accept)).toMatchObject({ status: 200, text: expected });
    const answer = await askServer(port, '/', {});
    expect(answer).toMatchObject({ status: 200, text: page, headers: { vary: 'Accept' } });
  });

  test('fields that come again are kept', async () => {
    const handler: http.RequestListener = (_, response) => {
      response.setHeader('x-before', '1');
      response.writeHead(200, ['content-type', 'text/html', 'set-cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-Before', '2']);
      response.end(page);
    };
    const port = await serveNode(handler);
    for (const headers of [{}, accept]) {
      expect((await askServer(port, '/', headers)).headers).toMatchObject({
        'set-cookie': ['a=1', 'b=2'],
        'x-before': '2',
      });
    }
  });

  test('what is no HTML keeps the length that Node.js finds', async () => {
    const port = await serveNode((_, response) => response.setHeader('content-type', 'text/plain').end('ebb'));
    expect((await askServer(port, '/', accept)).headers).toMatchObject({ 'content-length': '3' });
    const withHtml = await serveNode((_, response) => response.setHeader('content-type', 'text/html').end('ebb'));
    expect((await askServer(withHtml, '/', {})).headers).toMatchObject({ 'content-length': '3' });
  });

  test('callbacks and events come', async () => {
    const events: string[] = [];
    const port = await serveNode((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.on('finish', () => events.push('finish'));
      response.write('<p>ebb', () => {
        events.push('written', `${response.headersSent} ${response.writableEnded}`);
        response.end('<p>flow', () => events.push('ended'));
        events.push(`${response.headersSent} ${response.writableEnded}`);
      });
    });
    expect((await askServer(port, '/', accept)).text).toBe('ebb\n\nflow');
    expect(events).toEqual(['written', 'true false', 'true true', 'finish', 'ended']);
  });

  test('a buffer may be used again once it is written', async () => {
    const port = await serveNode((_, response) => {
      response.setHeader('content-type', 'text/html');
      const bytes = Buffer.from('<p>ebb</p>');
      response.write(bytes, () => {
        bytes.fill('x');
        response.end();
      });
    });
    expect((await askServer(port, '/', accept)).text).toBe('ebb');
  });

  test('who writes slowly what is known already may go on', async () => {
    const writes: boolean[] = [];
    let ended = 0;
    const port = await serveNode(async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' });
      for (let i = 0; i < 50; i++) {
        writes.push(response.write(page));
        await setImmediate();
      }
      response.end(page, () => ended++);
    });
    const first = await askServer(port, '/', accept);
    expect(first.text).toBe(convertSync(page.repeat(51)));
    expect((await askServer(port, '/', accept)).text).toBe(first.text);
    while (ended < 2) await setImmediate();
    expect(writes.slice(50)).toEqual(Array(50).fill(true));
  });

  test('a connection serves one answer after another', async () => {
    const port = await serveNode(
      (_, response) => {
        response.setHeader('content-type', 'text/html').setHeader('transfer-encoding', 'chunked');
        response.write(page);
        response.end();
      },
      { maxBufferedBytes: 10_000 },
    );
    const small = await serveNode((_, response) => {
      response
        .setHeader('content-type', 'text/html')
        .setHeader('trailer', 'x-end')
        .setHeader('transfer-encoding', 'chunked');
      response.write(page);
      response.end();
    });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (const at of [port, port, small, small]) {
      const [response] = (await once(
        http.get({ port: at, host: '127.0.0.1', agent, headers: accept }),
        'response',
      )) as [http.IncomingMessage];
      expect(await text(response)).toBe(expected);
    }
    agent.destroy();
  });

  test('HTTP/2 is the same', async () => {
    const server = http2.createServer(
      nodeMarkdown(
        (request: http2.Http2ServerRequest, response: http2.Http2ServerResponse) => {
          response.setHeader('content-type', 'text/html');
          if (request.url === '/large') for (let i = 0; i < 20; i++) response.write(page);
          response.end(page);
        },
        { maxBufferedBytes: 10_000 },
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const session = http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    for (const [path, document] of [
      ['/', page],
      ['/large', page.repeat(21)],
    ] as const) {
      const request = session.request({ ':path': path, ...accept });
      const [headers] = await once(request, 'response');
      expect(headers).toMatchObject({ ':status': 200, 'content-type': 'text/markdown; charset=utf-8', vary: 'Accept' });
      expect(await text(request)).toBe(convertSync(document));
    }
    session.close();
    server.close();
  });
});

describe('Express 5', () => {
  test.each([
    ['before', [compression({ threshold: 0 }), expressMarkdown()]],
    ['after', [expressMarkdown(), compression({ threshold: 0 })]],
  ])('compression %s', async (order, middleware) => {
    const app = express();
    app.use(...middleware);
    app.get('/', (_, response) => void response.send(page));
    app.get('/pieces', (_, response) => {
      response.type('html').write(page.slice(0, 99));
      response.end(page.slice(99));
    });
    const port = await serve(app);
    for (const path of ['/', '/pieces']) {
      const { headers, body } = await askServer(port, path, { ...accept, 'accept-encoding': 'gzip' });
      expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
      expect(headers.vary?.split(', ').sort()).toEqual(['Accept', 'Accept-Encoding']);
      expect(headers['content-encoding']).toBe(order === 'before' ? 'gzip' : undefined);
      expect((order === 'before' ? gunzipSync(body) : body).toString()).toBe(expected);
      const other = await askServer(port, path, { 'accept-encoding': 'br' });
      expect(brotliDecompressSync(other.body).toString()).toBe(page);
      expect((await askServer(port, path, { ...accept, 'accept-encoding': 'br' })).status).toBe(200);
    }
  });

  test.each(['before', 'behind'])('middleware %s it that waits for the header and for the end', async (place) => {
    const events: string[] = [];
    const session: express.RequestHandler = (_, response, next) => {
      const { writeHead, end } = response;
      response.writeHead = (...args: unknown[]) => {
        events.push('header');
        response.setHeader('set-cookie', 'session=1');
        return writeHead.apply(response, args as [number]);
      };
      response.end = (...args: unknown[]) => {
        events.push('end');
        return end.apply(response, args as [unknown, BufferEncoding]);
      };
      next();
    };
    const app = express();
    app.use(...(place === 'before' ? [session, expressMarkdown()] : [expressMarkdown(), session]));
    app.get('/', (_, response) => void response.set('etag', '"1"').send('<b>1'));
    app.get('/text', (_, response) => void response.type('text').send('<b>1'));
    const port = await serve(app);
    for (const [path, headers, text] of [
      ['/', accept, '**1**'],
      ['/', accept, '**1**'],
      ['/text', accept, '<b>1'],
      ['/', {}, '<b>1'],
    ] as const) {
      const answer = await askServer(port, path, headers);
      expect(answer).toMatchObject({ status: 200, text, headers: { 'set-cookie': ['session=1'] } });
      expect(answer.headers).toHaveProperty('content-length');
      expect(events.splice(0).sort()).toEqual(['end', 'header']);
    }
  });

  test('large bodies are compressed as they are converted, and who writes waits for its turn', async () => {
    const app = express();
    app.use(compression({ threshold: 0 }), expressMarkdown({ maxBufferedBytes: 10_000 }));
    let waits = 0;
    app.get('/', (_, response) => {
      response.type('html');
      let left = 500;
      const fill = () => {
        while (left-- > 0) {
          if (response.write(page)) continue;
          waits++;
          return response.once('drain', fill);
        }
        return response.end();
      };
      fill();
    });
    const port = await serve(app);
    const { headers, body } = await askServer(port, '/', { ...accept, 'accept-encoding': 'gzip' });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' });
    expect(gunzipSync(body).toString()).toBe(convertSync(page.repeat(500)));
    expect(waits).toBeGreaterThan(2);
  });

  test('files: conditions and ranges', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tidemark-http-'));
    try {
      writeFileSync(join(folder, 'index.html'), page);
      writeFileSync(join(folder, 'plain.txt'), 'ebb and flow');
      const app = express();
      app.use(expressMarkdown(), express.static(folder));
      const port = await serve(app);
      const { headers, text: body } = await askServer(port, '/', { ...accept, range: 'bytes=0-5' });
      expect(body).toBe(expected);
      expect(headers).not.toHaveProperty('accept-ranges');
      const { etag = '', 'last-modified': date = '' } = headers;
      expect(etag).toMatch(/^W\/".*-md-[0-9a-f]{8}"$/);
      for (const condition of [{ 'if-none-match': etag }, { 'if-modified-since': date }]) {
        const unchanged = await askServer(port, '/', { ...accept, ...condition });
        expect(unchanged).toMatchObject({ status: 304, text: '', headers: { etag, vary: 'Accept' } });
      }
      expect(await askServer(port, '/', { range: 'bytes=0-3' })).toMatchObject({ status: 206, text: '<h1>' });
      expect(await askServer(port, '/', accept, 'HEAD')).toMatchObject({
        status: 200,
        headers: { etag, 'last-modified': date },
      });
      expect(await askServer(port, '/plain.txt', accept)).toMatchObject({ status: 200, text: 'ebb and flow' });
      expect(await askServer(port, '/none', accept)).toMatchObject({
        status: 404,
        text: expect.stringContaining('Cannot GET /none'),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('twice is as once', async () => {
    const app = express();
    app.use(expressMarkdown(), expressMarkdown());
    const router = express.Router();
    router.use(expressMarkdown({ headingStyle: 'setext' }));
    router.get('/', (_, response) => void response.send('<h1>Ebb'));
    app.use('/docs', router);
    app.get('/', (_, response) => void response.send('<h1>Ebb'));
    const port = await serve(app);
    for (const [path, markdown] of [
      ['/', '# Ebb'],
      ['/docs', 'Ebb\n==='],
    ] as const) {
      const answer = await askServer(port, path, accept);
      expect(answer).toMatchObject({ status: 200, text: markdown, headers: { vary: 'Accept' } });
      const { etag = '' } = answer.headers;
      expect(etag.match(/-md-/g)).toHaveLength(1);
      expect(await askServer(port, path, { ...accept, 'if-none-match': etag })).toMatchObject({ status: 304 });
    }
  });

  test('an error ends what has been begun, and is answered with its page where nothing has', async () => {
    const app = express();
    app.use(expressMarkdown());
    app.get('/begun', (_, response) => {
      response.type('html').write('<p>ebb');
      throw new Error('begun');
    });
    app.get('/', () => {
      throw new Error('not begun');
    });
    const onError: ErrorRequestHandler = (error, _request, response, next) => {
      if (response.headersSent) return next(error);
      response.status(500).send(`<h1>${(error as Error).message}</h1>`);
    };
    app.use(onError);
    app.set('env', 'test');
    const port = await serve(app);
    await expect(askServer(port, '/begun', accept)).rejects.toThrow();
    expect(await askServer(port, '/', accept)).toMatchObject({ status: 500, text: '# not begun' });
  });

  test('the address is that of the site, wherever the middleware stands', async () => {
    const app = express();
    const shared = expressMarkdown();
    for (const name of ['a', 'b']) {
      const router = express.Router();
      router.use(shared);
      router.get('/', (_, response) => void response.set('etag', '"1"').send(`<b>${name}`));
      app.use(`/${name}`, router);
    }
    const port = await serve(app);
    expect((await askServer(port, '/a', accept)).text).toBe('**a**');
    expect((await askServer(port, '/b', accept)).text).toBe('**b**');
  });
});
