// What is converted: documents of 50 bytes to some megabytes, articles and tag soup made from a seed, and pages of the user's.
// All are UTF-8 in one block of memory that the threads share, each with what it must become.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { article } from '../../bench/lib/article.mjs';
import { randomFrom } from './random.mjs';

const words =
  'tide water harbour moon shore Ebbe Flut marée été 潮汐 満潮 прилив 🌊 a*b _c_ [d] <e> &amp; &copy; 1. # > | ` ~'.split(
    ' ',
  );
const inline = [
  'b',
  'i',
  'em',
  'code',
  'a href="/x?y=1&z" title="t"',
  'span',
  'del',
  'sub',
  'img src="data:,x" alt="x"',
];
const block = [
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'blockquote',
  'h2',
  'pre',
  'table',
  'tr',
  'td',
  'dl',
  'dt',
  'section',
  'details',
];

/** @returns {{ memory: SharedArrayBuffer, documents: { name, start, end, hash }[] }} */
export function makeDocuments(seed, pages, convert) {
  const random = randomFrom(seed);
  const sources = [
    ...Array.from({ length: 40 }, () => markup(random, random.spread(50, 60_000))),
    ...Array.from({ length: 20 }, () => article(random.spread(2_000, 400_000))),
    ...[1e6, 2e6, 4e6].map(article),
  ].map((html, i) => ({ name: `document ${i}`, html }));
  if (pages !== undefined) sources.push(...readPages(pages));
  return place(sources.map(({ name, html }) => ({ name, bytes: Buffer.from(html), hash: hashOf(convert(html)) })));
}

export const hashOf = (markdown) => createHash('sha1').update(markdown).digest('hex');

// Tags are opened and closed at random: what the parser has to mend is part of the work.
function markup(random, bytes) {
  const parts = [];
  const open = [];
  for (let length = 0; length < bytes; length += parts.at(-1).length) parts.push(piece(random, open));
  return parts.join('');
}

function piece(random, open) {
  if (random.chance(0.6)) return `${random.pick(words)} `;
  if (open.length > 0 && random.chance(0.5)) return `</${random.chance(0.9) ? open.pop() : random.pick(open)}>`;
  const tag = random.pick(random.chance(0.5) ? inline : block);
  if (open.length < 40 && !tag.startsWith('img')) open.push(tag.split(' ')[0]);
  return `<${tag}>`;
}

function readPages(folder) {
  const names = readdirSync(folder).filter((name) => /\.html?$/.test(name));
  if (names.length === 0) throw new Error(`There are no HTML files in ${folder}`);
  const decoder = new TextDecoder(); // takes a byte order mark off
  return names.map((name) => ({ name, html: decoder.decode(readFileSync(join(folder, name))) }));
}

function place(list) {
  const memory = new SharedArrayBuffer(list.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const all = new Uint8Array(memory);
  let end = 0;
  const documents = list.map(({ name, bytes, hash }) => {
    const start = end;
    all.set(bytes, start);
    end += bytes.length;
    return { name, start, end, hash };
  });
  return { memory, documents };
}
