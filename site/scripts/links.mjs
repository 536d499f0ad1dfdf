// Follows the links of a built site among its own pages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const attributes = (html, name) =>
  Array.from(html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g')), ([, value]) => value);
const decoded = (text) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/** Returns how many pages and links there are, and those links that lead nowhere, be it a page, a file or a heading. */
export function checkLinks(folder, base) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html'));
  const pages = new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));
  const anchors = new Map(Array.from(pages, ([name, html]) => [name, new Set(attributes(html, 'id').map(decoded))]));
  const broken = [];
  let links = 0;
  for (const [name, html] of pages) {
    for (const link of new Set([...attributes(html, 'href'), ...attributes(html, 'src')].map(decoded))) {
      if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(link)) continue; // another site, or data
      links++;
      const { pathname, hash } = new URL(link, `http://site${base}${name === 'index.html' ? '' : name}`);
      const path = decodeURIComponent(pathname).slice(base.length);
      const page = [`${path}.html`, `${path}index.html`, path].find((one) => pages.has(one));
      const isThere =
        page === undefined
          ? path !== '' && existsSync(join(folder, path))
          : hash === '' || anchors.get(page).has(decodeURIComponent(hash.slice(1)));
      if (!isThere) broken.push(`${link} in ${name}`);
    }
  }
  return { pages: pages.size, links, broken };
}
