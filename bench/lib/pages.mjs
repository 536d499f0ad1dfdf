// The pages that are converted: a folder of HTML files, of which the long articles of the headline set are told apart.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';

const usual = join(root, '..', 'shared', 'fidelity', 'corpus', 'pages');
const headlines = ['medium_python', 'large_rust', 'lists_timeline', 'tables_countries', 'gh-166-tags-reuters'];
const prefix = 'kreuzberg--';

/** @returns {{ headline: Page[], all: Page[] }} where a page is `{ name, file, html, bytes }` */
export function readPages(folder) {
  const chosen = folder === undefined ? usual : resolve(folder);
  if (!existsSync(chosen)) {
    throw new Problem(
      folder === undefined
        ? 'There are no pages at ../shared/fidelity/corpus/pages: pass a folder of HTML files with --pages DIR.'
        : `There is no folder ${folder}: pass a folder of HTML files with --pages DIR.`,
    );
  }
  const all = readdirSync(chosen)
    .filter((name) => /\.html?$/.test(name))
    .map((name) => readPage(join(chosen, name)));
  if (all.length === 0)
    throw new Problem(`There are no HTML files in ${chosen}: pass a folder of them with --pages DIR.`);
  return { headline: headlineOf(all), all };
}

function readPage(file) {
  const html = readFileSync(file, 'utf8');
  const name = basename(file).replace(/\.html?$/, '');
  return { name: name.replace(prefix, ''), file, html, bytes: Buffer.byteLength(html) };
}

// A folder without the long articles is measured by its five longest pages.
function headlineOf(all) {
  const known = headlines.map((name) => all.find((page) => page.name === name));
  if (known.every((page) => page !== undefined)) return known;
  return [...all].sort((a, b) => b.bytes - a.bytes).slice(0, headlines.length);
}
