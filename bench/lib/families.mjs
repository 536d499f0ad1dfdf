// Documents of one kind and any size: an ordinary article, and what an attacker or a broken template makes of HTML.
import { articleParts } from './article.mjs';
import { filled, series } from './filled.mjs';
import { wide, wideArticleParts } from './wide-article.mjs';

const times = (bytes, unit) => Math.max(1, Math.floor(bytes / unit));
const repeat = (piece, bytes) => [[piece, times(bytes, piece.length)]];
const nest = (open, close, bytes) => {
  const depth = times(bytes, open.length + close.length);
  return [
    [open, depth],
    ['deep', 1],
    [close, depth],
  ];
};
const within = (open, parts, close) => [[open, 1], ...parts, [close, 1]];

// `body` is what stands between two paragraphs, "Ebb" and "Flow", as pieces and how often. `swallows`: by the HTML Standard it takes
// the last one with it. `outgrows`: its Markdown is longer than any multiple of it.
const hostile = {
  divs: { title: '`<div>` in `<div>`', body: (bytes) => nest('<div>', '</div>', bytes) },
  bold: { title: '`<b>` never closed', body: (bytes) => repeat('<b>', bytes) },
  boldParagraphs: { title: '`<b><p>` never closed', body: (bytes) => repeat('<b><p>x', bytes) },
  paragraphs: { title: '`<p><b><i>` never closed', body: (bytes) => repeat('<p><b><i>tide ', bytes) },
  fonts: {
    title: '`<p><font>` never closed, all different',
    body: (bytes) => series((i) => `<p><font size=${i}>tide`, bytes),
  },
  anchors: { title: '`<a>` never closed', body: (bytes) => series((i) => `<a href=/${i}>tide `, bytes) },
  links: { title: 'links', body: (bytes) => series((i) => `<a href=/${i}>tide </a>`, bytes) },
  lists: { title: 'list in list', body: (bytes) => nest('<ul><li>', '</li></ul>', bytes) },
  shallow: {
    title: 'lists nested 20 deep, over and over',
    body: (bytes) => repeat(`${'<ul><li>'.repeat(20)}deep${'</li></ul>'.repeat(20)}`, bytes),
  },
  quotes: { title: '`<blockquote>` in `<blockquote>`', body: (bytes) => nest('<blockquote>', '</blockquote>', bytes) },
  quotedLines: {
    title: 'lines in 100 quotations',
    body: (bytes) => [['<blockquote>', 100], ...repeat('x<br>', bytes), ['</blockquote>', 100]],
    outgrows: true,
  },
  quotedBreaks: {
    title: 'as many quotations as lines in them',
    body: (bytes) => ['<blockquote>', 'x<br>', '</blockquote>'].map((piece) => [piece, times(bytes, 30)]),
    outgrows: true,
  },
  inlineQuotes: { title: '`<q>` in `<q>`', body: (bytes) => nest('<q>', '</q>', bytes) },
  ruby: { title: 'ruby', body: (bytes) => repeat('<ruby>tide<rt>sea</rt></ruby> ', bytes) },
  formulas: {
    title: 'MathML, `<mrow>` in `<mrow>`',
    body: (bytes) => within('<math>', nest('<mrow>', '</mrow>', bytes), '</math>'),
  },
  drawings: { title: 'SVG, `<g>` in `<g>`', body: (bytes) => within('<svg>', nest('<g>', '</g>', bytes), '</svg>') },
  styles: {
    title: '`<div>` with a style and other attributes',
    body: (bytes) =>
      series((i) => `<div style="margin:${i}px;font-weight:bold" class="tide low" id=${i}>ebb</div>`, bytes),
  },
  footnotes: {
    title: 'footnotes',
    body: (bytes) => [
      ...series((i) => `<p>tide<sup id="fnref:${i}"><a href="#fn:${i}">${i}</a></sup></p>`, bytes / 2),
      ...within(
        '<section class="footnotes"><ol>',
        series((i) => `<li id="fn:${i}"><p>low <a href="#fnref:${i}">up</a></p></li>`, bytes / 2),
        '</ol></section>',
      ),
    ],
  },
  tables: {
    title: 'table in table',
    body: (bytes) => nest('<table><tr><td>', '</td></tr></table>', bytes),
  },
  rows: {
    title: 'a table of many rows',
    body: (bytes) =>
      within('<table><tr><th>high<th>low</tr>', repeat('<tr><td>3.1</td><td>0.4</td></tr>', bytes), '</table>'),
  },
  cells: {
    title: 'a table of single letters',
    body: (bytes) => within('<table>', repeat('<tr><td>a<td>b<td>c<td>d', bytes), '</table>'),
  },
  columns: {
    title: 'a table of many columns',
    body: (bytes) => [
      ...within('<table><tr>', repeat('<th>h</th>', bytes / 2), '</tr>'),
      ...within('<tr>', repeat('<td>3</td>', bytes / 2), '</tr></table>'),
    ],
  },
  attributes: {
    title: 'one tag with many attributes',
    body: (bytes) =>
      within(
        '<p',
        series((i) => ` a${i}=1`, bytes),
        '>tide</p>',
      ),
  },
  asterisks: { title: 'prose with asterisks', body: (bytes) => repeat('tide * ebb ** flow*2 ', bytes) },
  lessThan: { title: '`<` over and over', body: (bytes) => repeat('<', bytes) },
  tagOpens: { title: '`<a ` over and over', body: (bytes) => repeat('<a ', bytes), swallows: true },
  ampersands: { title: '`&` over and over', body: (bytes) => repeat('&', bytes) },
  comments: { title: '`<!--` over and over', body: (bytes) => repeat('<!-- ', bytes), swallows: true },
  attribute: {
    title: 'an attribute never closed',
    body: (bytes) => [['<a title="', 1], ...repeat('<p>tide ', bytes)],
    swallows: true,
  },
  delimiters: {
    title: 'runs of `*`, `_` and backticks',
    body: (bytes) => {
      const [[stars], [lines], [ticks]] = ['*', '_', '`'].map((mark) => repeat(mark, bytes / 3));
      return [stars, [' tide ', 1], lines, [' tide ', 1], ticks];
    },
  },
};

const articles = {
  article: { title: 'an ordinary article', html: (bytes) => filled(articleParts(bytes)), words: ['Tides'] },
  articleOfTwo: wideArticle('an article in letters of two bytes', 'а'),
  articleOfThree: wideArticle('an article in letters of three bytes', '一'),
};

function wideArticle(title, first) {
  return { title, html: (bytes) => filled(wideArticleParts(bytes, first)), words: [wide('Tides', first)] };
}

const ebb = (body) => within('<p>Ebb</p>', body, '<p>Flow</p>');

/** By name: { title, html(bytes), words that must be in the Markdown, outgrows }. */
export const families = {
  ...articles,
  ...Object.fromEntries(
    Object.entries(hostile).map(([name, { title, body, swallows, outgrows = false }]) => [
      name,
      { title, html: (bytes) => filled(ebb(body(bytes))), words: swallows ? ['Ebb'] : ['Ebb', 'Flow'], outgrows },
    ]),
  ),
};
