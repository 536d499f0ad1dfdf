import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  AsyncConverter,
  convert,
  convertAll,
  convertStream,
  convertSync,
  extract,
  type Input,
  stats,
  type Unread,
} from 'tidemark';
import { rejection, restorePool, thrown } from '../support/pool';
import { collect } from '../support/source';

// Documents that have to be read first: asynchronous calls read them.

afterEach(restorePool);

const page = '<title>Tides</title><h1>Tides</h1><p>Ebb and <b>flow</b>, <a href="/moon">the moon</a>.</p>'.repeat(2000);
const halves = () => [page.slice(0, 12_345), page.slice(12_345)];
const bytes = new TextEncoder().encode(page);

async function* pieces(): AsyncGenerator<Input> {
  yield* halves();
}

const webStream = () => new Blob([page]).stream();

const kinds: [string, () => Unread][] = [
  ['a Response', () => new Response(page)],
  ['a Request', () => new Request('http://tide.test', { method: 'POST', body: page })],
  ['a Blob', () => new Blob([page])],
  ['a Readable of bytes', () => Readable.from([bytes.subarray(0, 99), bytes.subarray(99)])],
  ['a Readable of strings', () => Readable.from(halves())],
  ['a web stream', webStream],
  ['a web stream that cannot be iterated over', () => ({ getReader: () => webStream().getReader() }) as never],
  ['an async generator', pieces],
  ["another library's response", () => ({ ...others, body: Readable.from(halves()) })],
];
const others = { bodyUsed: false, headers: new Map(), arrayBuffer: () => Promise.reject(new Error('not asked')) };

describe.each(kinds)('%s', (_, make) => {
  test('is read by convert', async () => {
    expect(await convert(make())).toBe(convertSync(page));
    expect(await new AsyncConverter({ linkStyle: 'referenced' }).convert(make())).toBe(
      convertSync(page, { linkStyle: 'referenced' }),
    );
  });

  test('is read by extract', async () => {
    const options = { baseUrl: 'https://tide.test/' };
    expect(await extract(make(), options)).toEqual(await extract(page, options));
  });

  test('is read by convertStream', async () => {
    expect((await collect(convertStream(make()))).join('')).toBe(convertSync(page));
  });

  test('is made bytes of', async () => {
    const expected = Buffer.from(convertSync(page));
    expect(Buffer.from(await convert(make(), { output: 'bytes', transfer: true })).equals(expected)).toBe(true);
    const parts = await collect(convertStream(make(), { output: 'bytes' }));
    expect(Buffer.concat(parts).equals(expected)).toBe(true);
    const [bytes] = await collect(convertAll([make()], { output: 'bytes' }));
    expect(Buffer.from(bytes as Uint8Array).equals(expected)).toBe(true);
  });

  test('is read with rules that are functions', async () => {
    const rules = [{ selector: 'b', replacement: async (content: string) => `(${content})` }];
    expect(await convert(make(), { rules })).toBe(await convert(page, { rules }));
  });

  test('is refused by convertSync, which says who reads it', () => {
    const error = thrown(() => convertSync(make() as never));
    expect(error).toMatchObject({ code: 'ERR_INVALID_ARG', message: expect.stringContaining('use convert, extract') });
  });
});

test('documents and promises of them, many at a time', async () => {
  const inputs = [new Response('<b>1'), Promise.resolve(new Blob(['<b>2'])), Readable.from(['<b>', '3']), '<b>4'];
  expect(await collect(convertAll(inputs))).toEqual(['**1**', '**2**', '**3**', '**4**']);
});

describe('the encoding', () => {
  const latin = Buffer.from('<meta charset=windows-1251><p>Caf\xe9', 'latin1');
  const response = (type: string) => new Response(latin, { headers: { 'content-type': type } });

  test.each([
    ['the Content-Type', 'text/html; charset=ISO-8859-1', {}, 'Café'],
    ['the Content-Type, in quotation marks', 'text/html;charset="latin1"', {}, 'Café'],
    ['the option', 'text/html; charset=utf-8', { encoding: 'latin1' }, 'Café'],
    ['the document, if the label is unknown', 'text/html; charset=klingon', {}, 'Cafй'],
    ['the document, if there is no label', 'text/html', { gfm: false }, 'Cafй'],
  ])('is that of %s', async (_, type, options, markdown) => {
    expect(await convert(response(type), options)).toBe(markdown);
    expect((await extract(response(type), options)).markdown).toBe(markdown);
    expect((await collect(convertStream(response(type), options))).join('')).toBe(markdown);
  });

  test('is that of a Blob', async () => {
    expect(await convert(new Blob([latin], { type: 'text/html;charset=latin1' }))).toBe('Café');
  });

  test('a byte order mark is above it', async () => {
    const body = '\ufeff<p>Café';
    expect(await convert(new Response(body, { headers: { 'content-type': 'text/html; charset=latin1' } }))).toBe(
      'Café',
    );
  });
});

describe('nothing is taken for an empty document that is none', () => {
  test('a body without anything is one', async () => {
    expect(await convert(new Response(null))).toBe('');
    expect(await convert(Readable.from([]))).toBe('');
  });

  test('a body that has been read is refused', async () => {
    const response = new Response('<p>ebb');
    await response.text();
    const locked = new Response('<p>ebb');
    locked.body?.getReader();
    const ended = Readable.from(['<p>ebb']);
    await collect(ended);
    const destroyed = Readable.from(['<p>ebb']).destroy();
    const stream = webStream();
    stream.getReader();
    for (const input of [response, locked, ended, destroyed, stream]) {
      expect(await rejection(convert(input))).toMatchObject({
        code: 'ERR_INVALID_ARG',
        message: expect.stringMatching(/still to be read but received one that has been read, or is being read/),
      });
    }
  });

  test('a body that is read twice', async () => {
    const response = new Response(page);
    const [first, second] = await Promise.allSettled([convert(response), convert(response)]);
    expect(first).toMatchObject({ status: 'fulfilled', value: convertSync(page) });
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'ERR_INVALID_ARG' } });
  });
});

describe('what ends the reading', () => {
  /** A stream that gives the page again and again, or fails after it. */
  function endless(then?: Error) {
    const seen = { cancelled: undefined as unknown };
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(bytes);
        if (then !== undefined) controller.error(then);
      },
      cancel(reason) {
        seen.cancelled = reason ?? 'cancelled';
      },
    });
    return { stream, seen };
  }

  test('an abort', async () => {
    const { stream, seen } = endless();
    const controller = new AbortController();
    const call = rejection(convert(new Response(stream), { signal: controller.signal }));
    setTimeout(() => controller.abort('enough'), 20);
    expect(await call).toBe('enough');
    expect(seen.cancelled).toBeDefined();
  });

  test('an abort before', async () => {
    const { stream } = endless();
    expect(await rejection(extract(new Response(stream), { signal: AbortSignal.abort('before') }))).toBe('before');
  });

  test('a limit', async () => {
    const { stream, seen } = endless();
    const error = await rejection(convert(new Response(stream), { maxInputBytes: 2 ** 20 }));
    expect(error).toMatchObject({ code: 'ERR_INPUT_TOO_LARGE' });
    expect(seen.cancelled).toBeDefined();
  });

  test('a wrong option', async () => {
    const { stream, seen } = endless();
    expect(await rejection(convert(new Response(stream), { hr: 'x' }))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(seen.cancelled).toBeDefined();
  });

  test('its timeout, where the source never answers', async () => {
    const silent = new ReadableStream({ pull: () => new Promise(() => undefined) });
    expect(await rejection(convert(silent, { timeout: 20 }))).toMatchObject({ code: 'ERR_TIMEOUT' });
  });

  test('an error of the source, which is what the call rejects with', async () => {
    const broken = new Error('the cable is cut');
    expect(await rejection(convert(new Response(endless(broken).stream)))).toBe(broken);
    expect(await rejection(extract(Readable.from(failing(broken))))).toBe(broken);
    expect(stats().streams).toBe(0);
  });

  async function* failing(error: Error) {
    yield page;
    throw error;
  }

  test('a server that cuts the connection half way', async () => {
    const server = createServer((_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html', 'content-length': String(bytes.length) });
      answer.write(bytes.subarray(0, bytes.length / 2), () => answer.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      expect(await rejection(convert(response))).toMatchObject({ name: 'TypeError', message: 'terminated' });
    } finally {
      server.close();
    }
  });

  test('a chunk that is no piece of a document', async () => {
    const error = await rejection(convert(Readable.from([{ html: '<p>' }]) as never));
    expect(error).toMatchObject({ code: 'ERR_INVALID_ARG' });
  });
});

describe('what leads to a document says how', () => {
  test.each<[string, unknown, string]>([
    ['a promise', Promise.resolve('<p>ebb'), 'Await it first'],
    ['an array', ['<p>ebb'], 'For many documents use convertAll, for the pieces of one convertStream'],
    ['a URL', new URL('https://tide.test'), 'Fetch it: a response is taken as it is'],
    ['an element', { nodeType: 1, outerHTML: '<p>' }, 'Give its HTML: outerHTML'],
    ['a DOM document', { nodeType: 9, documentElement: {} }, 'Give its HTML: documentElement.outerHTML'],
    [
      'a DataView',
      new DataView(new ArrayBuffer(1)),
      'Give its bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength)',
    ],
  ])('%s', async (_, input, advice) => {
    for (const error of [await rejection(convert(input as never)), thrown(() => convertSync(input as never))]) {
      expect(error).toMatchObject({ code: 'ERR_INVALID_ARG', message: expect.stringMatching(/^Expected a string, /) });
      expect((error as Error).message.endsWith(`. ${advice}`)).toBe(true);
    }
  });
});
