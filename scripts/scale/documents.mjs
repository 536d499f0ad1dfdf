import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { convertSync } from 'tidemark';

const sentence =
  'Tides are the rise and fall of sea levels, caused by the <em>gravity</em> of the <a href="/moon">Moon</a>. ';

/** The page with a number: mostly some KB, some of them hundreds. */
export function page(n) {
  const paragraphs = n % 97 === 0 ? 800 : 4 + (n % 23);
  return `<!doctype html><title>${n}</title><h1>Page ${n}</h1>${`<p>${sentence.repeat(4)}`.repeat(paragraphs)}`;
}

/** Some 1.6 KB. */
export const smallPage = (n) => `<h1>Page ${n}</h1>${`<p>${sentence}`.repeat(13)}`;

/** Writes pages, a thousand in a folder. */
export function writePages(folder, count, make = page) {
  for (let n = 0; n < count; n++) {
    const path = join(folder, nameOf(n, '.html'));
    if (n % 1000 === 0) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, make(n));
  }
}

const nameOf = (n, ending) => `${Math.floor(n / 1000)}/${n}${ending}`;

/** Says what is wrong with the results of so many pages: each has to be there, whole, and nothing else. */
export function faultsOf(folder, count) {
  const found = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.tidemark'))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
  const faults = [];
  for (let n = 0; n < count; n++) {
    const name = nameOf(n, '.md');
    if (!found.delete(name)) faults.push(`${name} is not there`);
    else if (readFileSync(join(folder, name), 'utf8') !== `${convertSync(page(n))}\n`)
      faults.push(`${name} is not what it has to be`);
  }
  return [...faults, ...Array.from(found, (name) => `${name} is there too`)];
}
