import { describe, expect, test } from '@jest/globals';
import { AsyncConverter, Converter, convert, convertSync, version } from 'tidemark';
import manifest from '../../package.json';

const html = '<h1>Tide <em>tables</em></h1><p>High water at <a href="/noon">noon</a>.';
const markdown = '# Tide *tables*\n\nHigh water at [noon](/noon).';

/** All four ways to convert, as functions of the input. */
const ways: [string, (input: string | Uint8Array | ArrayBuffer) => string | Promise<string>][] = [
  ['convert', (input) => convert(input)],
  ['convertSync', (input) => convertSync(input)],
  ['Converter', (input) => new Converter().convert(input)],
  ['AsyncConverter', (input) => new AsyncConverter().convert(input)],
];

describe.each(ways)('%s', (_, way) => {
  test('takes text', async () => expect(await way(html)).toBe(markdown));

  test('takes bytes: Uint8Array, Buffer, ArrayBuffer, part of a buffer', async () => {
    const bytes = new TextEncoder().encode(html);
    expect(await way(bytes)).toBe(markdown);
    expect(await way(Buffer.from(html))).toBe(markdown);
    expect(await way(bytes.buffer)).toBe(markdown);
    const padded = Buffer.from(`garbage${html}garbage`);
    expect(await way(padded.subarray(7, 7 + bytes.length))).toBe(markdown);
  });

  test('takes a view of shared memory', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(html.length));
    shared.set(new TextEncoder().encode(html));
    expect(await way(shared)).toBe(markdown);
  });

  test('makes nothing of nothing', async () => {
    expect(await way('')).toBe('');
    expect(await way(new Uint8Array())).toBe('');
    expect(await way(new ArrayBuffer(0))).toBe('');
  });

  test('keeps every character: beyond Latin-1, beyond the BMP, no newline at the end', async () => {
    const text = 'é ÿ Ā 水 🌊 \u00a0!';
    expect(await way(`<p>${text}</p>\n`)).toBe(text);
    expect(await way(new TextEncoder().encode(`<meta charset=utf-8><p>${text}</p>\n`))).toBe(text);
  });

  test('drops NUL as the HTML Standard says, and nothing else', async () => {
    expect(await way('<p>a\0b</p><p>c</p>')).toBe('ab\n\nc');
  });

  test('replaces lone surrogates', async () => {
    expect(await way('<p>a\ud800b</p>')).toBe('a\ufffdb');
    expect(await way('<p>a\udc00')).toBe('a\ufffd');
  });
});

describe('bytes are decoded', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

  test.each<[string, Uint8Array, string]>([
    ['by the byte order mark of UTF-8', bytes([0xef, 0xbb, 0xbf], '<meta charset=windows-1251><p>\u00c3\u00a9'), 'é'],
    ['by the byte order mark of UTF-16LE', Buffer.from('\ufeff<p>水', 'utf16le'), '水'],
    ['by <meta charset>', bytes('<meta charset=windows-1251><p>', [0xcf, 0xf0, 0xe8]), 'При'],
    [
      'by <meta http-equiv>',
      bytes('<meta http-equiv=content-type content="text/html; charset=shift_jis"><p>', [0x90, 0x85]),
      '水',
    ],
    ['as windows-1252 else', bytes('<p>caf', [0xe9], ' ', [0x80]), 'café €'],
  ])('%s', async (_, input, expected) => {
    expect(await convert(input)).toBe(expected);
    expect(convertSync(input)).toBe(expected);
  });

  test('by the option `encoding`, which goes before <meta charset>', async () => {
    const input = bytes('<meta charset=utf-8><p>', [0xcf, 0xf0, 0xe8]);
    expect(await convert(input, { encoding: 'windows-1251' })).toBe('При');
  });
});

test('options reach the engine', async () => {
  expect(await convert('<h1>Ebb</h1>', { headingStyle: 'setext' })).toMatch(/^Ebb\n=+$/);
  expect(convertSync('<ul><li>ebb<li>flow</ul>', { bulletListMarker: '*' })).toMatch(/^\*\s+ebb\n\*\s+flow$/);
  expect(new Converter({ emDelimiter: '_' }).convert('<em>ebb</em>')).toBe('_ebb_');
  expect(await new AsyncConverter({ gfm: { strikethrough: false } }).convert('<del>ebb</del>')).not.toContain('~~');
  expect(await convert('<a href="b">x</a>', { baseUrl: 'https://example.org/a/' })).toBe(
    '[x](https://example.org/a/b)',
  );
});

test('options that are undefined are the defaults', async () => {
  for (const options of [undefined, {}, { headingStyle: undefined }]) {
    expect(await convert(html, options)).toBe(markdown);
    expect(convertSync(html, options)).toBe(markdown);
  }
});

test('a converter keeps the options it was made with', () => {
  const options: { emDelimiter: '*' | '_' } = { emDelimiter: '_' };
  const converter = new Converter(options);
  options.emDelimiter = '*';
  expect(converter.convert('<em>ebb</em>')).toBe('_ebb_');
});

test('the caller may change its buffer as soon as the call has returned', async () => {
  const bytes = new TextEncoder().encode(html);
  const promise = convert(bytes);
  bytes.fill(0x20);
  expect(await promise).toBe(markdown);
});

test('thousands of calls in flight give each its own result', async () => {
  const results = await Promise.all(Array.from({ length: 5000 }, (_, i) => convert(`<p>${i}</p>`)));
  expect(results).toEqual(Array.from({ length: 5000 }, (_, i) => String(i)));
});

test('promises and strings belong to the realm of the caller', () => {
  const promise = convert(html);
  expect(promise).toBeInstanceOf(Promise);
  expect(Object.getPrototypeOf(promise)).toBe(Promise.prototype);
  return promise;
});

test('the version of the addon is that of the package', () => expect(version).toBe(manifest.version));
