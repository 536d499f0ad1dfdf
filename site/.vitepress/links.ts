// Links of Markdown lead to files of the repository, as they do where the files themselves are read. Here they lead to pages.
import { existsSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { pageOf, root } from './pages.js';

const slash = (path: string) => path.replaceAll(sep, '/');

/** The anchor of a heading, as GitHub makes it: links to headings are written for both. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');

const isRelative = /^(?![a-z][a-z+.-]*:|\/|#)/i;

/** Returns where a link in a file leads on the site, or undefined if that is no page of it. */
function addressOf(link: string, file: string): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(link) ?? [];
  // Links in comments of the source, which the reference is made of, are those of docs/.
  const targets = [posix.dirname(file), 'docs'].map((folder) => posix.join(folder, decodeURI(path)));
  const page = targets.filter((target) => target.endsWith('.md') && existsSync(join(root, target))).map(pageOf)[0];
  return page && `/${page.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')}${rest}`;
}

/** Has links lead to pages, and those to other files of the repository be their text. */
export function linkToPages(md: MarkdownRenderer): void {
  md.core.ruler.push('link_to_pages', ({ tokens, env }) => {
    const path: string | undefined = env.realPath ?? env.path;
    if (path === undefined) return; // a title, by itself
    const file = slash(relative(root, path));
    for (const token of tokens) {
      const isLink: boolean[] = [];
      token.children = (token.children ?? []).filter((child) => {
        if (child.type === 'link_close') return isLink.pop();
        if (child.type !== 'link_open') return true;
        const link = String(child.attrGet('href'));
        const address = isRelative.test(link) ? addressOf(link, file) : link;
        if (address !== undefined) child.attrSet('href', address);
        isLink.push(address !== undefined);
        return address !== undefined;
      });
    }
  });
}
