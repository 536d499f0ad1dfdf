import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { markAsUntransferable } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { AsyncConverter, Converter, convert, convertAll, convertSync, stats } from 'tidemark';

const long = `<h1>Tides</h1>${'<p>spring &amp; <b>neap</b> – Łeba 🌊</p>'.repeat(3000)}`;
const documents = ['', 'ebb', '<p>Ébb', `<p>${'x'.repeat(300)}`, `<p>${'é'.repeat(9000)}`, long, long.repeat(40)];
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const bytesOf = (html: string) => Uint8Array.from(Buffer.from(html));

test.each(documents.map((html): [number, string] => [html.length, html]))(
  'gives the Markdown of %i characters as UTF-8',
  async (_, html) => {
    const markdown = convertSync(html);
    for (const input of [html, bytesOf(html)]) {
      const now = convertSync(input, { output: 'bytes' });
      expect(now).toBeInstanceOf(Uint8Array);
      expect(text(now)).toBe(markdown);
      expect(text(await convert(input, { output: 'bytes' }))).toBe(markdown);
    }
    expect(text(await convert(bytesOf(html), { output: 'bytes', transfer: true }))).toBe(markdown);
    expect(await convert(bytesOf(html), { transfer: true })).toBe(markdown);
  },
);

test('gives bytes from converters, iterations, and conversions whose rules are functions', async () => {
  const markdown = convertSync(long);
  expect(text(new Converter().convert(long, { output: 'bytes' }))).toBe(markdown);
  const converter = new AsyncConverter();
  expect(text(await converter.convert(bytesOf(long), { output: 'bytes', transfer: true }))).toBe(markdown);
  const made: string[] = [];
  for await (const one of convertAll([long, bytesOf(long)], { output: 'bytes', transfer: true })) made.push(text(one));
  for await (const one of converter.convertAll([long], { output: 'bytes', errors: 'settle' })) {
    if (one.status === 'fulfilled') made.push(text(one.value));
  }
  expect(made).toEqual([markdown, markdown, markdown]);
  const rules = [{ selector: 'b', replacement: () => 'bold' }];
  const ruled = convertSync('<p>a <b>x</b>', { rules });
  expect(text(convertSync('<p>a <b>x</b>', { rules, output: 'bytes' }))).toBe(ruled);
  expect(text(await convert('<p>a <b>x</b>', { rules, output: 'bytes' }))).toBe(ruled);
});

test('leaves a buffer to its owner that is marked as untransferable', async () => {
  const kept = Uint8Array.from(Buffer.from(long));
  markAsUntransferable(kept.buffer);
  expect(await convert(kept, { transfer: true })).toBe(convertSync(long));
  expect(text(kept)).toBe(long);
});

test('takes over what can be transferred, and copies what cannot', async () => {
  const html = Buffer.from(long);
  const whole = Uint8Array.from(html);
  const buffer = Uint8Array.from(html).buffer;
  const part = new Uint8Array(html.length + 1).subarray(1);
  part.set(html);
  const shared = new Uint8Array(new SharedArrayBuffer(html.length));
  shared.set(html);
  const markdown = convertSync(long);
  const before = stats();
  for (const input of [whole, buffer, part, shared, long]) {
    expect(await convert(input, { transfer: true })).toBe(markdown);
  }
  const { transferred, transferCopies } = stats();
  expect([transferred - before.transferred, transferCopies - before.transferCopies]).toEqual([2, 3]);
  expect([whole.length, buffer.byteLength, part.length, shared.length]).toEqual([0, 0, html.length, html.length]);
  await expect(convert(whole, { transfer: true })).rejects.toMatchObject({ code: 'ERR_INVALID_ARG' });
});

test('says what is wrong with the form, and keeps errors texts', async () => {
  const wrong = { output: 'buffer' } as never;
  await expect(convert('ebb', wrong)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' });
  expect(() => convertSync('ebb', wrong)).toThrow(/options\.output/);
  await expect(convert('ebb', { transfer: 1 } as never)).rejects.toThrow(/options\.transfer/);
  expect(() => convertSync('ebb', { transfer: true } as never)).toThrow(/transfer/);
  await expect(convert(long, { output: 'bytes', maxOutputBytes: 10 })).rejects.toMatchObject({
    code: 'ERR_INPUT_TOO_LARGE',
    message: expect.stringContaining('maxOutputBytes'),
  });
});

describe('streams', () => {
  const converter = new AsyncConverter();
  const pieces = (length: number) => {
    const html = Buffer.from(long);
    return Array.from({ length: Math.ceil(html.length / length) }, (_, i) =>
      html.subarray(i * length, (i + 1) * length),
    );
  };
  const rules = [{ selector: 'b', replacement: () => 'bold' }];

  test.each([7001, 65_536, 2 ** 20])('give Buffers of UTF-8 for pieces of %i bytes', async (length) => {
    const chunks: Buffer[] = [];
    for await (const chunk of Readable.from(pieces(length)).pipe(converter.stream())) {
      expect(Buffer.isBuffer(chunk)).toBe(true);
      chunks.push(chunk);
    }
    expect(text(Buffer.concat(chunks))).toBe(convertSync(long));
  });

  test.each(['utf8', 'utf-8', 'UTF-8', 'utf16le', 'base64'])('give strings of %s', async (encoding) => {
    const ended = Buffer.from(convertSync(long)).toString(encoding as BufferEncoding);
    const later = converter.stream();
    later.setEncoding(encoding as BufferEncoding);
    for (const stream of [converter.stream({ encoding }), later]) {
      const chunks: string[] = [];
      for await (const chunk of Readable.from(pieces(50_000)).pipe(stream)) {
        expect(typeof chunk).toBe('string');
        chunks.push(chunk);
      }
      if (encoding !== 'utf16le') expect(chunks.join('')).toBe(ended);
    }
  });

  test('are files and responses to pipe to', async () => {
    const server = createServer((request, response) => {
      request.pipe(converter.stream()).pipe(response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: long });
      expect(await response.text()).toBe(convertSync(long));
    } finally {
      server.close();
    }
  });

  test('of the web and iterations give bytes where that is asked', async () => {
    const asked = { output: 'bytes' } as const;
    const markdown = convertSync(long);
    const web = new Response(long).body as ReadableStream<Uint8Array>;
    expect(await new Response(web.pipeThrough(converter.webStream(asked))).text()).toBe(markdown);
    const ruled = new AsyncConverter({ rules });
    for (const [one, expected] of [
      [converter, markdown],
      [ruled, convertSync(long, { rules })],
    ] as const) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of one.convertStream(pieces(30_000), asked)) {
        expect(chunk).toBeInstanceOf(Uint8Array);
        chunks.push(chunk);
      }
      expect(text(Buffer.concat(chunks))).toBe(expected);
    }
  });

  test('say what is wrong with the form', () => {
    expect(() => converter.stream({ encoding: 'utf9' })).toThrow(/call\.encoding/);
    expect(() => converter.stream({ output: 'bytes' } as never)).toThrow(/output/);
    expect(() => converter.webStream({ output: 'text' } as never)).toThrow(/call\.output/);
    expect(() => converter.convertStream([], { output: 'text' } as never)).toThrow(/call\.output/);
  });
});
