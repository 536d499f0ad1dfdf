import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Place } from './command';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const done = { status: 0, stdout: '', stderr: '' };

/** What the links of a page lead to. */
function links(name: string): string[] {
  return Array.from(place.read(name).matchAll(/\]\(<?([^)>]*)>?\)/g), ([, address = '']) => address);
}

const page = (...addresses: string[]) => addresses.map((address) => `<p><a href="${address}">x</a>`).join('\n');

test('links to documents that are converted lead to what becomes of them, and others where they led', () => {
  const inside = [
    '../index.html',
    'b.html#s%201',
    './b.html',
    'b%20c.htm',
    'd/',
    'e',
    '/a/b.html',
    'p&amp;q.html',
    '../../s/a/b.html',
  ];
  const outside = [
    'https://x.test/b.html',
    '//x.test/b.html',
    'mailto:a@b.test',
    '#top',
    'b.html?x=1',
    'none.html',
    '../../out.html',
    'pic.png',
    '%zz.html',
  ];
  place.write({
    's/index.html': '',
    's/a/b.html': '',
    's/a/b c.htm': '',
    's/a/d/index.html': '',
    's/a/e.html': '',
    's/a/p&q.html': '',
    's/a/pic.png': '',
    'out.html': '',
    's/a/page.html': page(...inside, ...outside),
  });
  expect(place.tidemark(['s', '-o', 'md', '--links', 'md'])).toEqual(done);
  expect(links('md/a/page.md')).toEqual([
    '../index.md',
    'b.md#s%201',
    'b.md',
    'b%20c.md',
    'd/index.md',
    'e.md',
    'b.md',
    'p%26q.md',
    'b.md',
    ...outside,
  ]);
});

test('wherever the address stands in the tag, and whatever the encoding', () => {
  place.write({
    's/a.html': Buffer.from(
      '<meta charset=iso-8859-1><!-- <a href="b.html"> --><a\n class="x > y" HREF = \'b.html\'>\xe9</a> <a data-href="b.html" href=b.html#\xe9>2</a> <area href="b.html"><abbr href="b.html">3</abbr>',
      'latin1',
    ),
    's/b.html': '<p>b',
  });
  expect(place.tidemark(['s', '-o', 'md', '--links', 'md'])).toEqual(done);
  expect(place.read('md/a.md')).toBe('[é](b.md) [2](b.md#é) 3\n');
});

test('results have the names that they have, of whatever format, and operands their places', () => {
  place.write({
    'a/x.html': page('../b/y.html', 'x.htm', '../c/z.html'),
    'a/x.htm': '',
    'b/y.html': '',
    'c/z.html': '',
  });
  expect(place.tidemark(['a', 'b/*.html', '-f', 'html', '-o', 'out', '--links', 'md'])).toEqual(done);
  expect(Array.from(place.read('out/a/x.html').matchAll(/href="([^"]*)"/g), ([, to]) => to)).toEqual([
    '../b/y.html',
    'x.htm.html',
    '../c/z.html',
  ]);
});

test('is for results in a folder', () => {
  expect(place.tidemark(['x.html', '--links', 'md'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--links md is for results in a folder: --out FOLDER'),
  });
});
