// Documents of one kind and any size: an ordinary article, and what an attacker or a broken template makes of HTML.
import { article } from './article.mjs';

const repeat = (piece, bytes) => piece.repeat(Math.max(1, Math.floor(bytes / piece.length)));
const nest = (open, close, bytes) => {
  const depth = Math.max(1, Math.floor(bytes / (open.length + close.length)));
  return `${open.repeat(depth)}deep${close.repeat(depth)}`;
};
const series = (piece, bytes) => {
  const pieces = [];
  for (let size = 0; size < bytes; size += pieces.at(-1).length) pieces.push(piece(pieces.length));
  return pieces.join('');
};

// `body` is what stands between two paragraphs, "Ebb" and "Flow". `swallows`: by the HTML Standard it takes the last one with it.
const hostile = {
  divs: { title: '`<div>` in `<div>`', body: (bytes) => nest('<div>', '</div>', bytes) },
  bold: { title: '`<b>` never closed', body: (bytes) => repeat('<b>', bytes) },
  paragraphs: { title: '`<p><b><i>` never closed', body: (bytes) => repeat('<p><b><i>tide ', bytes) },
  fonts: {
    title: '`<p><font>` never closed, all different',
    body: (bytes) => series((i) => `<p><font size=${i}>tide`, bytes),
  },
  anchors: { title: '`<a>` never closed', body: (bytes) => series((i) => `<a href=/${i}>tide `, bytes) },
  lists: { title: 'list in list', body: (bytes) => nest('<ul><li>', '</li></ul>', bytes) },
  shallow: {
    title: 'lists nested 20 deep, over and over',
    body: (bytes) => repeat(nest('<ul><li>', '</li></ul>', 360), bytes),
  },
  quotes: { title: '`<blockquote>` in `<blockquote>`', body: (bytes) => nest('<blockquote>', '</blockquote>', bytes) },
  tables: {
    title: 'table in table',
    body: (bytes) => nest('<table><tr><td>', '</td></tr></table>', bytes),
  },
  rows: {
    title: 'a table of many rows',
    body: (bytes) => `<table><tr><th>high<th>low</tr>${repeat('<tr><td>3.1</td><td>0.4</td></tr>', bytes)}</table>`,
  },
  columns: {
    title: 'a table of many columns',
    body: (bytes) =>
      `<table><tr>${repeat('<th>h</th>', bytes / 2)}</tr><tr>${repeat('<td>3</td>', bytes / 2)}</tr></table>`,
  },
  attributes: {
    title: 'one tag with many attributes',
    body: (bytes) => `<p${series((i) => ` a${i}=1`, bytes)}>tide</p>`,
  },
  lessThan: { title: '`<` over and over', body: (bytes) => repeat('<', bytes) },
  tagOpens: { title: '`<a ` over and over', body: (bytes) => repeat('<a ', bytes), swallows: true },
  ampersands: { title: '`&` over and over', body: (bytes) => repeat('&', bytes) },
  comments: { title: '`<!--` over and over', body: (bytes) => repeat('<!-- ', bytes), swallows: true },
  attribute: {
    title: 'an attribute never closed',
    body: (bytes) => `<a title="${repeat('<p>tide ', bytes)}`,
    swallows: true,
  },
  delimiters: {
    title: 'runs of `*`, `_` and backticks',
    body: (bytes) => ['*', '_', '`'].map((mark) => repeat(mark, bytes / 3)).join(' tide '),
  },
};

const ebb = (body) => `<p>Ebb</p>${body}<p>Flow</p>`;

/** By name: { title, html(bytes), words that must be in the Markdown }. */
export const families = {
  article: { title: 'an ordinary article', html: (bytes) => flat(article(bytes)), words: ['Tides'] },
  ...Object.fromEntries(
    Object.entries(hostile).map(([name, { title, body, swallows }]) => [
      name,
      { title, html: (bytes) => flat(ebb(body(bytes))), words: swallows ? ['Ebb'] : ['Ebb', 'Flow'] },
    ]),
  ),
};

// Strings put together are trees until they are first read: make them as they come from a file.
const flat = (text) => Buffer.from(text, 'latin1').toString('latin1');
