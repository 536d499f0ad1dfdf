import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { clearInterval, setInterval } from 'node:timers';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  AsyncConverter,
  backend,
  ConvertError,
  configure,
  convert,
  type Input,
  type PoolOptions,
  stats,
} from 'tidemark';
import { rejection, restorePool, thrown } from '../support/pool';

const converter = new AsyncConverter();
const article =
  '<h1>Tides 😀</h1><p>The <b>tide</b> &amp; the <a href="/moon">moon</a>.</p><ul><li>ebb<li>flow</ul><table><tr><th>a<tr><td>é</table>\n';
const page = `<!doctype html><title>t</title><body><main>${article.repeat(200)}</main>`;

afterEach(async () => {
  await restorePool();
  // Nothing is left behind, however a stream ended.
  while (stats().streams > 0) await setImmediate();
});

function cut<T extends { length: number; slice(start: number, end: number): T }>(document: T, length: number): T[] {
  const pieces: T[] = [];
  for (let i = 0; i < document.length; i += length) pieces.push(document.slice(i, i + length));
  return pieces;
}

async function join(parts: AsyncIterable<string | Uint8Array>): Promise<string> {
  let markdown = '';
  for await (const part of parts) markdown += typeof part === 'string' ? part : Buffer.from(part).toString();
  return markdown;
}

const ways: [string, (source: Input[]) => Promise<string>][] = [
  ['stream', (source) => join(Readable.from(source).pipe(converter.stream()))],
  ['webStream', (source) => join(web(source).pipeThrough(converter.webStream()))],
  ['convertStream of an array', (source) => join(converter.convertStream(source))],
  ['convertStream of a Node.js stream', (source) => join(converter.convertStream(Readable.from(source)))],
  ['convertStream of a web stream', (source) => join(converter.convertStream(web(source)))],
];

function web(source: Input[]): ReadableStream<Input> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of source) controller.enqueue(chunk);
      controller.close();
    },
  });
}

describe.each(ways)('%s', (_, run) => {
  test('gives what convert does, however the document is cut', async () => {
    const want = await convert(page);
    expect(want.length).toBeGreaterThan(10_000);
    for (const length of [997, 20_000, 10_000_000]) {
      expect(await run(cut(page, length))).toBe(want);
      expect(await run(cut(Buffer.from(page), length))).toBe(want);
    }
    for (let at = 1; at < article.length; at++) {
      expect(await run([article.slice(0, at), article.slice(at)])).toBe(await convert(article)); // within 😀 too
    }
    expect(await run(cut(article, 1))).toBe(await convert(article));
    expect(await run(cut(Buffer.from(article), 1))).toBe(await convert(article));
    expect(await run([])).toBe('');
    expect(await run([''])).toBe('');
    expect(await run(['a\ud83d'])).toBe('a\ufffd');
  });

  test('fails with the typed error', async () => {
    const small = new AsyncConverter({ maxInputBytes: 1000 });
    for (const end of [
      () => join(Readable.from(cut(page, 300)).pipe(small.stream())),
      () => join(web(cut(page, 300)).pipeThrough(small.webStream())),
      () => join(small.convertStream(cut(page, 300))),
    ]) {
      expect(await rejection(end())).toMatchObject({ name: 'ConvertError', code: 'ERR_INPUT_TOO_LARGE' });
    }
  });
});

describe('what can go wrong', () => {
  test('options and arguments are checked', () => {
    expect(thrown(() => converter.stream({ timeout: -1 }))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(thrown(() => converter.webStream({ signal: 1 as never }))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(thrown(() => converter.convertStream([], { nope: 1 } as never))).toMatchObject({
      code: 'ERR_INVALID_OPTION',
    });
  });

  test('a chunk that is none', async () => {
    for (const end of [
      () => join(converter.convertStream([1 as never])),
      () => join(web([1 as never]).pipeThrough(converter.webStream())),
    ]) {
      expect(await rejection(end())).toMatchObject({
        code: 'ERR_INVALID_ARG',
        message: 'Expected a string, Uint8Array or ArrayBuffer for html but received 1 of type number',
      });
    }
    expect(await join(converter.convertStream([new TextEncoder().encode('ebb').buffer as ArrayBuffer]))).toBe('ebb');
  });

  test('a source that is none', async () => {
    const error = await rejection(converter.convertStream(1 as never).next());
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({
      code: 'ERR_INVALID_ARG',
      message:
        'Expected a Response, Blob, async iterable, iterable or ReadableStream for source but received 1 of type number',
    });
    for (const source of [{ [Symbol.iterator]: () => 5 }, { [Symbol.asyncIterator]: () => null }]) {
      const begun = rejection(converter.convertStream(source as never).next());
      expect(await begun).toMatchObject({ code: 'ERR_INVALID_ARG' });
    }
  });

  test('a source that fails', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield article;
      throw new RangeError('the source broke');
    }
    for (const end of [
      () => pipeline(broken, converter.stream(), sink()),
      () => join((Readable.toWeb(Readable.from(broken())) as ReadableStream<Input>).pipeThrough(converter.webStream())),
      () => join(converter.convertStream(broken())),
    ]) {
      expect(await rejection(end())).toMatchObject({ message: 'the source broke' });
    }
  });

  test.each([
    ['before it begins', AbortSignal.abort(new RangeError('stop'))],
    ['on the way', undefined],
  ])('an abort %s', async (_, aborted) => {
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        yield article;
        await setImmediate();
      }
    }
    for (const end of [
      (signal: AbortSignal) => pipeline(endless, converter.stream({ signal }), sink()),
      (signal: AbortSignal) =>
        join(
          (Readable.toWeb(Readable.from(endless())) as ReadableStream<Input>).pipeThrough(
            converter.webStream({ signal }),
          ),
        ),
      (signal: AbortSignal) => join(converter.convertStream(endless(), { signal })),
    ]) {
      const controller = new AbortController();
      const failed = rejection(end(aborted ?? controller.signal));
      if (!aborted) setTimeout(20).then(() => controller.abort(new RangeError('stop')));
      expect(await failed).toMatchObject({ name: 'RangeError', message: 'stop' });
    }
  });

  test('a timeout, of a source that says nothing', async () => {
    const silent = new ReadableStream<Input>();
    expect(await rejection(join(converter.convertStream(silent, { timeout: 20 })))).toMatchObject({
      code: 'ERR_TIMEOUT',
    });
    const stream = converter.stream({ timeout: 20 });
    expect((await once(stream, 'error'))[0]).toMatchObject({ code: 'ERR_TIMEOUT' });
    const readable = converter.webStream({ timeout: 20 }).readable;
    expect(await rejection(readable.getReader().read())).toMatchObject({ code: 'ERR_TIMEOUT' });
  });
});

describe('what is given up', () => {
  test('a destroyed stream', async () => {
    const stream = converter.stream();
    stream.write(page);
    stream.destroy();
    await once(stream, 'close');
  });

  test('a cancelled reader, an aborted writer', async () => {
    const first = converter.webStream();
    await first.readable.cancel();
    const second = converter.webStream();
    await second.writable.abort(new Error('enough'));
    expect(await rejection(second.readable.getReader().read())).toMatchObject({ message: 'enough' });
  });

  test('a loop that ends early ends the source', async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) yield page;
      } finally {
        ended = true;
      }
    }
    for await (const markdown of converter.convertStream(endless())) {
      expect(markdown).not.toBe('');
      break;
    }
    await setImmediate();
    expect(ended).toBe(true);
  });
});

// Where each chunk's Markdown is there before the next chunk is written, none is in flight that could stop the writer.
test('a reader that does not keep up stops a slow writer', async () => {
  const stream = converter.stream();
  let written = 0;
  for (let i = 0; i < 50 && !stream.writableNeedDrain; i++) {
    const before = stream.readableLength;
    stream.write('<p>tide</p>'.repeat(1000));
    while (stream.readableLength === before && !stream.writableNeedDrain) await setTimeout(1);
    await setTimeout(5);
    written++;
  }
  expect(written).toBeLessThan(50);
  expect(stream.readableLength).toBeLessThan(2 * stream.readableHighWaterMark);
  stream.end();
  expect((await text(stream)).split('\n\n')).toHaveLength(1000 * written);
});

test('a reader that does not keep up stops the writer', async () => {
  const stream = converter.stream();
  let written = 0;
  while (stream.write(page)) {
    written++;
    await setImmediate();
  }
  for (let i = 0; i < 100; i++) {
    if (!stream.writableNeedDrain) stream.write(page);
    await setTimeout(1);
  }
  expect(stream.readableLength).toBeLessThan(4 * page.length);
  expect(stats().nativeBytes).toBeLessThan(4 * page.length);
  expect(written).toBeLessThan(10);
  stream.destroy();
});

test('Markdown comes while the document is on its way', async () => {
  const stream = converter.stream().setEncoding('utf8');
  stream.write('<body><h1>Tides</h1><p>ebb');
  expect((await once(stream, 'data'))[0]).toBe('# Tides');
  stream.write('</p><p>');
  expect((await once(stream, 'data'))[0]).toBe('\n\nebb');
  stream.end('flow');
  expect((await once(stream, 'data'))[0]).toBe('\n\nflow');
});

test('many streams share the workers, and half of them are given up', async () => {
  const want = await convert(page);
  const before = stats();
  const streams = Array.from({ length: 500 }, async (_, i) => {
    const controller = new AbortController();
    const markdown = join(converter.convertStream(slowly(cut(page, 3000)), { signal: controller.signal }));
    if (i % 2 === 0) return markdown;
    await setTimeout(i % 7);
    controller.abort(new RangeError('stop'));
    return rejection(markdown.then(() => Promise.reject(new RangeError('stop'))));
  });
  const outcomes = await Promise.all(streams);
  expect(outcomes.filter((outcome) => outcome === want)).toHaveLength(250);
  expect(outcomes.filter((outcome) => outcome instanceof RangeError)).toHaveLength(250);
  expect(stats().goroutines).toBe(before.goroutines);
});

const onAddon = backend().name === 'addon' ? test : test.skip;

// That of WebAssembly never becomes less: see test/wasm.
onAddon('the memory of streams that have ended is given back after a while', async () => {
  const streams = Array.from({ length: 1000 }, () => converter.stream());
  for (const stream of streams) stream.write(article.repeat(100));
  while (stats().queued + stats().running > 0) await setImmediate();
  expect(stats().engineBytes).toBeGreaterThan(2 ** 27);
  for (const stream of streams) stream.destroy();
  while (stats().engineBytes > 2 ** 26) await setTimeout(100);
});

describe('while the queue is full', () => {
  test.each<[string, PoolOptions]>([
    ['maxQueue', { maxQueue: 3 }],
    ['maxQueuedBytes', { maxQueuedBytes: 50_000 }],
    ['memoryLimit', { memoryLimit: 40_000_000 }],
  ])('of %s, pieces wait, and all streams come to their end', async (_, limit) => {
    const want = await convert(page);
    configure(limit);
    let queued = 0;
    let queuedBytes = 0;
    const looking = setInterval(() => {
      queued = Math.max(queued, stats().queued);
      queuedBytes = Math.max(queuedBytes, stats().queuedBytes);
    }, 0);
    try {
      const streams = Array.from({ length: 100 }, (_, i) => {
        const source = i % 2 === 0 ? cut(page, 20_000) : cut(Buffer.from(page), 20_000);
        return join(i % 3 === 0 ? Readable.from(source).pipe(converter.stream()) : converter.convertStream(source));
      });
      const markdown = await Promise.all(streams);
      expect(markdown.every((text) => text === want)).toBe(true);
      expect(queued).toBeLessThanOrEqual(limit.maxQueue ?? 200);
      expect(queuedBytes).toBeLessThanOrEqual(limit.maxQueuedBytes ?? 200 * 20_000);
    } finally {
      clearInterval(looking);
      configure({ memoryLimit: 0 });
    }
  });
});

async function* slowly(chunks: string[]): AsyncGenerator<string> {
  for (const chunk of chunks) {
    await setImmediate();
    yield chunk;
  }
}

test('from a server to a file, and through fetch', async () => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    Readable.from(cut(page, 5000)).pipe(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const want = await convert(page);
  try {
    const parts: string[] = [];
    const first = await fetch(url);
    await pipeline(first.body as unknown as AsyncIterable<Uint8Array>, converter.stream(), sink(parts));
    expect(parts.join('')).toBe(want);
    const second = await fetch(url);
    expect(await join((second.body as unknown as ReadableStream<Input>).pipeThrough(converter.webStream()))).toBe(want);
    const third = await fetch(url);
    expect(await join(converter.convertStream(third.body as unknown as ReadableStream<Input>))).toBe(want);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

function sink(parts: string[] = []): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk.toString());
      done();
    },
  });
}
