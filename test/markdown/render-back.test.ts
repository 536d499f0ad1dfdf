import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convertSync } from 'tidemark';
import { node, root } from '../support/child';
import { document, escapeHtml, Random, text } from './random';

// The engine's own tests render Markdown back with goldmark. Another renderer must read the same in it.

// No bare address becomes a link.
const strict = { escape: 'strict' } as const;

interface Rendered {
  html: string;
  markdown: string;
  /** What micromark makes of the Markdown. */
  rendered: string;
  /** The HTML and what came back of it, in a form in which they can be compared. */
  want: string;
  got: string;
}

/** Converts the documents, and renders what becomes of them back. */
function roundTrips(documents: string[]): Rendered[] {
  const pairs = documents.map((html) => [html, convertSync(html, strict)] as const);
  const output = node([join(__dirname, 'micromark.mjs')], {}, JSON.stringify(pairs));
  if (output.status !== 0) throw new Error(output.stderr);
  const results: { rendered: string; want: string; got: string }[] = JSON.parse(output.stdout);
  return results.map((result, i) => ({ html: pairs[i]?.[0] ?? '', markdown: pairs[i]?.[1] ?? '', ...result }));
}

const notTheSame = (trips: Rendered[]) => trips.filter(({ want, got }) => want !== got);

/** Those of which the rendered output becomes other Markdown. */
const notTheSameAgain = (trips: Rendered[]) =>
  trips.map((trip) => ({ ...trip, again: convertSync(trip.rendered, strict) })).filter((t) => t.again !== t.markdown);

describe('the examples of the specifications', () => {
  const testdata = join(root, 'core', 'internal', 'markdown', 'testdata');
  const read = (file: string) => readFileSync(join(testdata, file), 'utf8');
  const examples = (file: string): { html: string; example: number }[] => JSON.parse(read(file));

  test('of CommonMark, but for those with HTML that Markdown has no form for', () => {
    const beyond = new Set(read('commonmark-known-failures.txt').trim().split('\n').map(Number));
    const sayable = examples('commonmark-0.31.2.json').filter(({ example }) => !beyond.has(example));
    expect(sayable.length).toBeGreaterThan(570);
    const trips = roundTrips(sayable.map(({ html }) => html));
    expect(notTheSame(trips)).toEqual([]);
    expect(notTheSameAgain(trips)).toEqual([]);
  });

  test('of GFM, but for the HTML that it does not allow', () => {
    const trips = roundTrips(examples('gfm-0.29.json').flatMap((e) => (e.example === 653 ? [] : [e.html])));
    expect(trips.length).toBeGreaterThan(20);
    expect(notTheSame(trips)).toEqual([]);
    expect(notTheSameAgain(trips)).toEqual([]);
  });
});

describe('at random', () => {
  test.each([
    ['a paragraph', '<p>', '</p>'],
    ['a heading', '<h2>', '</h2>'],
    ['an item', '<ul><li>', '</li><li>b</li></ul>'],
    ['a quotation', '<blockquote><p>', '</p></blockquote>'],
    ['a cell', '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>', '</td></tr></tbody></table>'],
    ['strong', '<p>a <strong>', '</strong> b</p>'],
    ['a link', '<p><a href="/u">', '</a></p>'],
    ['code', '<p><code>', '</code></p>'],
  ])('text in %s comes back', (_, open, close) => {
    const random = new Random(1);
    const trips = roundTrips(Array.from({ length: 200 }, () => open + escapeHtml(text(random)) + close));
    expect(notTheSame(trips)).toEqual([]);
    expect(notTheSameAgain(trips)).toEqual([]);
  });

  test('what documents are made of comes back', () => {
    const random = new Random(2);
    const trips = roundTrips(Array.from({ length: 250 }, () => document(random)));
    expect(notTheSame(trips)).toEqual([]);
    expect(notTheSameAgain(trips)).toEqual([]);
  });
});

test('what is rendered of the golden documents comes back, and stays what it is', () => {
  const folder = join(root, 'core', 'testdata', 'golden');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && !file.startsWith('encoding'),
  );
  expect(files.length).toBeGreaterThan(60);
  const rendered = roundTrips(files.map((file) => readFileSync(join(folder, file), 'utf8'))).map(
    (trip) => trip.rendered,
  );
  const trips = roundTrips(rendered);
  // micromark counts footnotes anew.
  expect(notTheSame(trips.filter(({ html }) => !html.includes('data-footnotes')))).toEqual([]);
  expect(notTheSameAgain(trips)).toEqual([]);
});
