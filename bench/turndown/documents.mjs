// What both are compared on: pages of a folder, and documents that are made of what is hard.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../lib/paths.mjs';

/** The pages that the other benchmarks convert. */
export const usualPages = join(root, '..', 'shared', 'fidelity', 'corpus', 'pages');

/** The HTML files in a folder, and in those in it. */
export function* pages(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names.filter((one) => /\.html(\.gz)?$/.test(one))) {
    const bytes = readFileSync(join(folder, name));
    yield {
      name: basename(name),
      html: (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, ''),
    };
  }
}

/** Leaves out scripts and style sheets, whose text Turndown writes. */
export function withoutScripts(html) {
  return html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
}

const inline = 'b i em strong a span code u sub q label font x-y del'.split(' ');
const blocks = 'p div ul ol li blockquote h1 h2 h3 pre table tr td dl dd section figure noscript menu'.split(' ');
const voids = ['<br>', '<img src=u>', '<img>', '<hr>', '<input>', '<wbr>', '<img src="a b" alt="x\n\ny*" title="t">'];
const texts = [
  ...[
    'a',
    'b c',
    ' ',
    '  ',
    '\n',
    '\u00a0',
    ' d',
    'e ',
    '\u3000',
    '- x',
    '1. y',
    '# z',
    '*',
    '_',
    '`',
    '``',
    '[l]',
    '\\',
    '===',
  ],
  ...[
    '+ p',
    '&gt; q',
    '~~~',
    'é😀',
    'x\n\n  y',
    '\t',
    '&amp;',
    '&lt;',
    '10. ',
    '\u2003 ',
    '<!-- c -->',
    '\f',
    '\n\n\n',
    '\u00a0 ',
  ],
];
const links = [' href=u', ' href="a b(c)"', ' href="u" title="x &quot;y&quot;"', '', ' href=""'];

/** Makes documents from random numbers. */
export function* generated(count, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const element = (name, depth) => {
    const attributes = name === 'a' ? pick(links) : name === 'ol' ? pick(['', ' start=3', ' start=9']) : '';
    return `<${name}${attributes}>${content(depth + 1)}</${name}>`;
  };
  const content = (depth) => {
    let html = '';
    for (let n = Math.floor(random() * 4) + (depth > 2 ? 0 : 1); n > 0; n--) {
      const kind = random();
      if (kind < 0.45 || depth > 6) html += pick(texts);
      else if (kind < 0.55) html += pick(voids);
      else if (kind < 0.8) html += element(pick(inline), depth);
      else if (kind < 0.83) html += `<pre><code class=language-js>${content(depth + 2)}</code></pre>`;
      else html += element(pick(blocks), depth);
    }
    return html;
  };
  for (let i = 1; i <= count; i++) yield { name: `generated ${i}`, html: content(0) };
}

/** Random numbers from 0 to 1, the same for the same seed. https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function randomFrom(seed) {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) / 2 ** 31;
  };
}
