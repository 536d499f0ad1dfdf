// A site as a folder of Markdown: node mirror.mjs https://example.com/docs/ mirror
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { extract } from 'tidemark';

const [start, folder = 'mirror'] = process.argv.slice(2);
const most = 1000;
const atATime = 4;

const base = new URL('.', start); // only what is below it is read
const seen = new Set();
const open = []; // pages that are to be read

/** The address of a page that belongs to the mirror; undefined if it does not. */
function inMirror(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
  if (/\.(?!html?$)\w+$/.test(url.pathname)) return undefined; // an image, a file to be downloaded
  url.hash = '';
  url.search = '';
  return url;
}

/** The file of a page: its path below the base, with .md. */
function fileOf({ pathname }) {
  const path = decodeURIComponent(pathname.slice(base.pathname.length)).replace(/\.html?$/, '');
  const names = path.split('/').map((name) => name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+$/, '_'));
  return `${names.join('/').replace(/(^|\/)$/, '$1index')}.md`;
}

function add(address) {
  const page = inMirror(address);
  if (page === undefined || seen.size === most || seen.has(page.href)) return;
  seen.add(page.href);
  open.push(page);
}

async function mirror(page) {
  const response = await fetch(page, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const file = fileOf(page);
  // Each link to a page of the mirror leads to its file. null leaves a link as it is.
  const relink = (content, link) => {
    const href = link.getAttribute('href');
    const target = URL.canParse(href, response.url) ? new URL(href, response.url) : undefined;
    const other = target && inMirror(target.href);
    if (other === undefined || content === '') return null;
    return `[${content}](${encodeURI(posix.relative(posix.dirname(file), fileOf(other)))}${target.hash})`;
  };
  const { markdown, links } = await extract(response, {
    baseUrl: response.url,
    frontmatter: true,
    rules: [{ selector: 'a[href]', replacement: relink, display: 'inline' }],
  });
  for (const { url } of links) add(url);
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), `${markdown}\n`);
}

let written = 0;
for (add(start); open.length > 0; ) {
  const batch = open.splice(0, atATime);
  const outcomes = await Promise.allSettled(batch.map(mirror));
  outcomes.forEach(({ status, reason }, i) => {
    if (status === 'fulfilled') written++;
    else console.error(`${batch[i]}: ${reason.message}`);
  });
}
console.log(`${written} files in ${folder}`);
