import { expect, test } from '@jest/globals';
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
