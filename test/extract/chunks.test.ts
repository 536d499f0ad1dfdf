import { describe, expect, test } from '@jest/globals';
import {
  AsyncConverter,
  type Chunk,
  type ChunksOptions,
  Converter,
  estimateTokens,
  extract,
  extractSync,
} from 'tidemark';
import { collect } from '../support/source';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

const row = (i: number) => `<tr><td>Port ${i}<td>${i}.5 m 🌊`;
const html = `<title>Tides</title><meta name=author content="Ann Ebb"><h1>Tides</h1><p>${'High water comes twice a day. '.repeat(40)}
<h2>Heights</h2><table><tr><th>Port<th>High${Array.from({ length: 60 }, (_, i) => row(i)).join('')}</table>
<h2>Code</h2><pre>${'flow(ebb);\n'.repeat(50)}</pre><p>End.`;

const made = (chunks: ChunksOptions | true, options = {}) => {
  const e = extractSync(html, { content: 'all', chunks, ...options });
  return { markdown: e.markdown as string, chunks: e.chunks as readonly Chunk[] };
};

const piecesOf = <T extends string | Uint8Array>(page: T) =>
  Array.from({ length: Math.ceil(page.length / 100) }, (_, i) => page.slice(i * 100, i * 100 + 100) as T);

const streamed = (page: string | Uint8Array, options: ConstructorParameters<typeof AsyncConverter>[0]) =>
  collect(new AsyncConverter(options).chunkStream(piecesOf(page)));

const settings: [string, ChunksOptions][] = [
  ['tokens', { size: 64 }],
  ['characters', { size: 200, unit: 'characters' }],
  ['an overlap', { size: 300, unit: 'characters', overlap: 60 }],
  ['headers of tables', { size: 80, repeatHeader: true }],
  ['bytes for tokens', { size: 50, tokens: 'bytes' }],
];

describe.each(settings)('with %s', (_, chunks) => {
  const { markdown, chunks: list } = made(chunks);

  test('they are the Markdown, one after another', () => {
    expect(list.map(({ markdown: [start, end], overlap = 0 }) => markdown.slice(start + overlap, end)).join('')).toBe(
      markdown,
    );
    for (const { text, markdown: range, header } of list) {
      expect(text).toBe((header ? `${markdown.slice(...header)}\n` : '') + markdown.slice(...range));
    }
    expect(list.map(({ index }) => index)).toEqual(list.map((_, i) => i));
  });

  test('none is larger than it may be', () => {
    const { size = 0, unit, tokens } = chunks;
    for (const { text, tokens: counted } of list) {
      if (tokens !== 'bytes') expect(counted).toBe(estimateTokens(text));
      expect(unit === 'characters' ? text.length : counted).toBeLessThanOrEqual(size);
    }
  });

  test('a stream of them is the same', async () => {
    expect(list.every(({ html: range }) => range !== undefined)).toBe(true);
    expect(await streamed(html, { chunks })).toEqual(list);
  });
});

test('they know what they are under, and where they come from', () => {
  const { chunks } = made({ size: 100 });
  expect(chunks[0]?.headings).toEqual(['Tides']);
  expect(chunks.at(-1)?.headings).toEqual(['Tides', 'Code']);
  for (const { html: range, text } of chunks) {
    const source = html.slice(...(range as [number, number]));
    expect(source).toContain(/\w+/.exec(text)?.[0]);
  }
});

describe('a stream of them is the same', () => {
  const chunks = { size: 64 };
  const accents = html.replaceAll('water', 'w\u00e4ter');

  test.each([
    ['main content', { content: 'main' }],
    ['metadata in front', { chunks: { size: 100, metadata: true } }],
    ['rules', { rules: [{ selector: 'h2', replacement: (content: string) => `## ${content}!` }] }],
    ['a part that is included', { include: ['table'] }],
  ] as const)('with %s', async (_, options) => {
    const of = { chunks, ...options };
    expect(await streamed(html, of)).toEqual(extractSync(html, { content: 'all', ...of }).chunks);
  });

  test.each([
    ['UTF-8', Buffer.from(html)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${html}`)],
    ['UTF-16', Buffer.from(`\ufeff${html}`, 'utf16le')],
    ['windows-1252', Buffer.from(accents, 'latin1')],
    ['UTF-8 with faults', Buffer.concat([Buffer.from(html), Buffer.from([0xff]), Buffer.from(html)])],
  ])('of bytes, %s', async (_, bytes) => {
    const list = extractSync(bytes, { content: 'all', chunks }).chunks ?? [];
    expect(list.at(-1)?.html?.[1]).toBeGreaterThan(html.length / 2);
    expect(await streamed(bytes, { chunks })).toEqual(list);
  });

  test('of a string with a byte order mark', async () => {
    const page = `\ufeff${html}`;
    expect(await streamed(page, { chunks })).toEqual(extractSync(page, { content: 'all', chunks }).chunks);
  });

  test('but of bytes and strings, which have no places in common', async () => {
    const source = ['<p>a</p>', new TextEncoder().encode('<p>b</p>')];
    const list = await collect(new AsyncConverter({ chunks: { size: 1 } }).chunkStream(source));
    expect(list.map(({ text, html: range }) => [text.trim(), range])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ]);
  });
});

test('the headings of the Markdown say what chunks are under', () => {
  const page = '<h1>High<br>water</h1><p>a<h2>H<sub>2</sub>O <kbd>x</kbd></h2><p>b<sup>2</sup>';
  const { markdown, chunks } = extractSync(page, { content: 'all', chunks: { size: 6, unit: 'characters' } });
  expect(markdown).toBe('# High water\n\na\n\n## H2O x\n\nb<sup>2</sup>');
  expect(chunks?.at(-1)?.headings).toEqual(['High water', 'H2O x']);
  expect(extractSync(page, { content: 'all' }).markdown).toContain('# High<br>water');
});

test.each([
  [
    'what is embedded',
    '<p>aaaaaaaaaaa</p><iframe src="/film" title="Ebb"></iframe><p>b',
    '<iframe src="/film" title="Ebb"></iframe>',
  ],
  [
    'a link that shows nothing',
    '<p>aaaaaaaaaaa</p><a href="/noon" aria-label="Noon"></a><p>b',
    '<a href="/noon" aria-label="Noon"></a>',
  ],
  ['a part of a row', '<table><tr><th>a<tr><td>Noon is high water</table>', '<tr><td>Noon is high water'],
  ['an item without its tag', '<p>aaaaaaaaaaa</p><ul><div>Ebb<ul><li>b</ul></div></ul>', 'Ebb<ul><li>b'],
  ['text in an element around blocks', '<p>aaaaaaaaaaa</p><x-y>Ebb<p>flow</p></x-y>', 'Ebb<p>flow</p>'],
])('%s has a place', (_, page, place) => {
  const { chunks } = extractSync(page, { content: 'all', chunks: { size: 12, unit: 'characters' } });
  const places = chunks?.map(({ html: range }) => page.slice(...(range as [number, number])));
  expect(places).toContain(place);
});

test('metadata and headers stand in front of them, front matter in none', () => {
  const { chunks, markdown } = made({ size: 100, metadata: true, repeatHeader: true }, { frontmatter: true });
  for (const { text, tokens } of chunks) {
    expect(text).toMatch(/^---\ntitle: "Tides"\nauthor: "Ann Ebb"\n---\n\n/);
    expect(tokens).toBeLessThanOrEqual(100);
  }
  expect(chunks.at(0)?.markdown[0]).toBe(markdown.indexOf('# Tides'));
  expect(chunks.filter(({ text }) => text.includes('| Port | High |\n| --- | --- |\n| Port')).length).toBeGreaterThan(
    1,
  );
});

test('without the Markdown they are all that there is', () => {
  expect(Object.keys(extractSync(html, { parts: [], chunks: true }))).toEqual([
    'format',
    'title',
    'warnings',
    'chunks',
  ]);
  expect(extractSync(html).chunks).toBeUndefined();
  expect(new Converter({ chunks: { size: 1 } }).convert('<p>a')).toBe('a');
});

describe('tokens that a function counts', () => {
  const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

  test('are exact, and asked for in turns', async () => {
    const now = made({ size: 40, tokens: words });
    for (const { text, tokens } of now.chunks) {
      expect(tokens).toBe(words(text));
      expect(tokens).toBeLessThanOrEqual(40);
    }
    const later = await extract(html, { content: 'all', chunks: { size: 40, tokens: words } });
    expect(later.chunks).toEqual(now.chunks);
    const rules = [{ selector: 'h2', replacement: async (content: string) => `## ${content}!` }];
    const both = await extract(html, { content: 'all', rules, chunks: { size: 40, tokens: words } });
    expect(both.markdown).toContain('## Code!');
    expect(both.chunks?.length).toBeGreaterThan(1);
  });

  test('fail as rules do', async () => {
    const fails = (tokens: Wrong) =>
      extract(html, { chunks: { tokens } }).then(
        () => undefined,
        (error: unknown) => error,
      );
    const cause = new Error('no');
    const thrown = () => {
      throw cause;
    };
    expect(await fails(thrown)).toMatchObject({ code: 'ERR_RULE', cause });
    expect(await fails(() => 'x')).toMatchObject({ code: 'ERR_RULE' });
    expect(await fails(() => Number.NaN)).toMatchObject({ code: 'ERR_RULE' });
    await expect(streamed(html, { chunks: { tokens: thrown } })).rejects.toMatchObject({ code: 'ERR_RULE', cause });
  });

  test('are counted for a stream, too', async () => {
    const chunks = { size: 40, tokens: words };
    expect(await streamed(html, { chunks })).toEqual(made(chunks).chunks);
    const rules = [{ selector: 'h2', replacement: (content: string) => `## ${content}!` }];
    expect(await streamed(html, { rules, chunks })).toEqual(made(chunks, { rules }).chunks);
  });
});

test('estimateTokens', () => {
  expect(estimateTokens('')).toBe(0);
  expect(estimateTokens('High water at noon.')).toBeGreaterThan(3);
  expect(estimateTokens('12345678', 'bytes')).toBe(2);
  expect(() => estimateTokens(5 as Wrong)).toThrow('text');
  expect(() => estimateTokens('', 'p50k' as Wrong)).toThrow('encoding');
});
