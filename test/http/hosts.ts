import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import {
  expressMarkdown,
  fastifyMarkdown,
  type HttpOptions,
  honoMarkdown,
  markdownResponse,
  nodeMarkdown,
  webMarkdown,
} from 'tidemark/http';

/** What a handler answers. */
export interface Page {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer | (() => AsyncIterable<Buffer>);
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface Site {
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  /** The header fields that the handler has seen, of each request. */
  readonly seen: http.IncomingHttpHeaders[];
  close(): Promise<void>;
}

export type Pages = Record<string, Page | undefined>;
// biome-ignore lint/suspicious/noExplicitAny: each host gives requests of its own to `when` and `onError`.
export type Options = HttpOptions<any>;

const html = { 'content-type': 'text/html; charset=utf-8' };
const pageOf = (pages: Pages, path: string): Required<Page> => ({
  status: 200,
  headers: html,
  body: '',
  ...pages[path],
});

/** Asks a server as it is: nothing is decoded. */
export function askServer(
  port: number,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      buffer(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
      }, reject);
    });
    request.on('error', reject);
    request.end();
  });
}

/** Serves on loopback. */
export async function listen(server: http.Server): Promise<{ port: number; close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

async function site(server: http.Server, seen: http.IncomingHttpHeaders[]): Promise<Site> {
  const { port, close } = await listen(server);
  return { ask: (path, headers = {}, method) => askServer(port, path, headers, method), seen, close };
}

async function write(response: http.ServerResponse, { status, headers, body }: Required<Page>): Promise<void> {
  response.writeHead(status, headers);
  if (typeof body !== 'function') response.end(body);
  else pipeline(Readable.from(body()), response, () => undefined);
}

/** The Response of a page, whose body comes in pieces. */
function responseOf({ status, headers, body }: Required<Page>): Response {
  const isEmpty = [204, 304].includes(status);
  const source = typeof body === 'function' ? Readable.toWeb(Readable.from(body())) : body;
  return new Response(isEmpty ? null : (source as string), { status, headers });
}

/** A site whose handler is called without a server. */
function local(handle: (request: Request) => Promise<Response>, seen: http.IncomingHttpHeaders[]): Site {
  return {
    seen,
    async ask(path, headers = {}, method = 'GET') {
      const response = await handle(new Request(`http://localhost${path}`, { headers, method }));
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, headers: Object.fromEntries(response.headers), body, text: body.toString() };
    },
    close: async () => undefined,
  };
}

const pathOf = (url: string) => new URL(url).pathname;

export const hosts: Record<string, (pages: Pages, options?: Options) => Promise<Site>> = {
  'node:http': (pages, options) => {
    const seen: http.IncomingHttpHeaders[] = [];
    const handler = (request: http.IncomingMessage, response: http.ServerResponse) => {
      seen.push({ ...request.headers });
      void write(response, pageOf(pages, request.url ?? ''));
    };
    return site(http.createServer(nodeMarkdown(handler, options)), seen);
  },
  'Express 5': (pages, options) => {
    const seen: http.IncomingHttpHeaders[] = [];
    const app = express();
    app.set('etag', false);
    app.use(expressMarkdown(options));
    app.use((request, response) => {
      seen.push({ ...request.headers });
      const page = pageOf(pages, request.path);
      response.status(page.status).set(page.headers);
      if (typeof page.body === 'function') pipeline(Readable.from(page.body()), response, () => undefined);
      else response.send(Buffer.from(page.body));
    });
    return site(http.createServer(app), seen);
  },
  'Fastify 5': async (pages, options) => {
    const seen: http.IncomingHttpHeaders[] = [];
    const app = Fastify();
    await app.register(fastifyMarkdown, options ?? {});
    app.get('/*', (request, reply) => {
      seen.push({ ...request.headers });
      const page = pageOf(pages, request.url);
      const body = typeof page.body === 'function' ? Readable.from(page.body()) : Buffer.from(page.body);
      void reply.code(page.status).headers(page.headers).send(body);
    });
    await app.ready();
    const { close, ...rest } = await site(app.server, seen);
    return { ...rest, close: () => close().then(() => app.close()) };
  },
  'Hono 4': async (pages, options) => {
    const seen: http.IncomingHttpHeaders[] = [];
    const app = new Hono();
    app.use(honoMarkdown(options));
    app.get('*', (context) => {
      seen.push(context.req.header());
      return responseOf(pageOf(pages, context.req.path));
    });
    return local(async (request) => app.fetch(request), seen);
  },
  'a web handler': async (pages, options) => {
    const seen: http.IncomingHttpHeaders[] = [];
    const handler = (request: Request) => {
      seen.push(Object.fromEntries(request.headers));
      return responseOf(pageOf(pages, pathOf(request.url)));
    };
    return local(webMarkdown(handler, options), seen);
  },
  'a web Response': async (pages, options) => {
    const seen: http.IncomingHttpHeaders[] = [];
    return local((request) => markdownResponse(request, responseOf(pageOf(pages, pathOf(request.url))), options), seen);
  },
};
