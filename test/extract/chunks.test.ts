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
    const pieces = Array.from({ length: Math.ceil(html.length / 100) }, (_, i) => html.slice(i * 100, i * 100 + 100));
    const streamed = await collect(new AsyncConverter({ chunks }).chunkStream(pieces));
    expect(streamed).toEqual(list.map(({ html: _, ...chunk }) => chunk));
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

test('the headings of the Markdown say what chunks are under', () => {
  const page = '<h1>High<br>water</h1><p>a<h2>H<sub>2</sub>O <kbd>x</kbd></h2><p>b<sup>2</sup>';
  const { markdown, chunks } = extractSync(page, { content: 'all', chunks: { size: 6, unit: 'characters' } });
  expect(markdown).toBe('# High water\n\na\n\n## H2O x\n\nb<sup>2</sup>');
  expect(chunks?.at(-1)?.headings).toEqual(['High water', 'H2O x']);
  expect(extractSync(page, { content: 'all' }).markdown).toContain('# High<br>water');
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
    expect(() => new AsyncConverter({ chunks: { tokens: words } }).chunkStream([''])).toThrow('options.chunks.tokens');
  });
});

test('estimateTokens', () => {
  expect(estimateTokens('')).toBe(0);
  expect(estimateTokens('High water at noon.')).toBeGreaterThan(3);
  expect(estimateTokens('12345678', 'bytes')).toBe(2);
  expect(() => estimateTokens(5 as Wrong)).toThrow('text');
  expect(() => estimateTokens('', 'p50k' as Wrong)).toThrow('encoding');
});
