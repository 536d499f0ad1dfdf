// How much of what Turndown writes this package writes, byte by byte and by what it says.
//
//   node bench/turndown/compare.mjs [--pages FOLDER]... [--generated 2000] [--seed 1] [--scripts] [--differences 10]
//
// Scripts and style sheets are taken out of the pages first unless --scripts is given: Turndown writes their text.
import { parseArgs } from 'node:util';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { generated, pages, randomFrom, usualPages, withoutScripts } from './documents.mjs';
import { Ours, setups, Turndown } from './services.mjs';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', multiple: true, default: [usualPages] },
    generated: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    scripts: { type: 'boolean', default: false },
    differences: { type: 'string', default: '10' },
  },
});

function* documents() {
  for (const folder of values.pages) {
    for (const { name, html } of pages(folder)) {
      yield { name, html: values.scripts ? html : withoutScripts(html), kind: 'pages' };
    }
  }
  for (const one of generated(Number(values.generated), randomFrom(values.seed))) yield { ...one, kind: 'generated' };
}

function written(setup, Service, html) {
  try {
    return setup(Service).turndown(html);
  } catch (error) {
    return error;
  }
}

/** What a reader sees of Markdown: words and elements, whatever white space is between them. */
function rendered(markdown) {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  return html.replace(/\s+/g, ' ').trim();
}

function around(text, at) {
  return JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
}

const counts = new Map();
const differences = [];
for (const { name, html, kind } of documents()) {
  for (const [setupName, setup] of Object.entries(setups)) {
    const key = `${kind}: ${setupName}`;
    const count = counts.get(key) ?? { documents: 0, bytes: 0, meaning: 0, failed: 0 };
    counts.set(key, count);
    count.documents++;
    const theirs = written(setup, Turndown, html);
    const ours = written(setup, Ours, html);
    if (typeof theirs !== 'string' || typeof ours !== 'string') {
      if (String(theirs) === String(ours)) count.bytes++;
      else count.failed++;
      if (String(theirs) !== String(ours)) differences.push(`${name}, ${setupName}: ${theirs} / ${ours}`.slice(0, 200));
      continue;
    }
    if (theirs === ours) {
      count.bytes++;
      continue;
    }
    if (rendered(theirs) === rendered(ours)) count.meaning++;
    let at = 0;
    while (theirs[at] === ours[at]) at++;
    differences.push(
      `${name}, ${setupName}, at ${at}\n  Turndown ${around(theirs, at)}\n  tidemark ${around(ours, at)}`,
    );
  }
}

const percent = (n, of) => `${((100 * n) / of).toFixed(2)} %`;
for (const [key, { documents: all, bytes, meaning, failed }] of [...counts].sort()) {
  const rest = `by meaning ${percent(bytes + meaning, all)}, failed in one alone ${failed}`;
  console.log(`${key.padEnd(40)} ${String(all).padStart(6)} documents: equal ${percent(bytes, all)}, ${rest}`);
}
console.log(`\n${differences.length} differences`);
for (const one of differences.slice(0, Number(values.differences))) console.log(one);
