// What the site is made of: Markdown of the repository as it is, and the few pages that are only here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// Where a file of the repository is on the site. The first that fits counts.
const places: readonly (readonly [RegExp, string])[] = [
  [/^docs\/(.*)$/, '$1'],
  [/^site\/pages\/(.*)$/, '$1'],
  [/^build\/site\/reference\/(.*)$/, 'api/$1'],
  [/^README\.md$/, 'overview.md'],
  [/^CHANGELOG\.md$/, 'changelog.md'],
  [/^CONTRIBUTING\.md$/, 'contributing.md'],
  [/^bench\/README\.md$/, 'benchmarks.md'],
  [/^tools\/README\.md$/, 'tools.md'],
];

/** Returns where a file of the repository is on the site, or undefined where it is no page. */
export function pageOf(file: string): string | undefined {
  const place = places.find(([pattern]) => pattern.test(file));
  return place && file.replace(place[0], place[1]);
}

/** The Markdown of the repository that is no page, as patterns. */
export function excluded(): string[] {
  const folders = ['bench', 'build', 'docs', 'site', 'tools'];
  const names = readdirSync(root).filter((name) => !folders.includes(name) && pageOf(name) === undefined);
  return [
    ...names.flatMap((name) => [name, `${name}/**`]),
    'bench/*/**',
    'tools/*/**',
    'build/!(site)/**',
    'build/site/!(reference)/**',
    'site/!(pages)/**',
    'site/*.md',
  ];
}

const sections: readonly (readonly [string, readonly string[]])[] = [
  ['Start', ['start', 'overview', 'install']],
  [
    'Guides',
    ['guides/crawler', 'guides/rag', 'guides/mail-archive', 'guides/documentation', 'guides/cms', 'guides/server'],
  ],
  ['Convert', ['options', 'markdown-rules', 'rules', 'streaming', 'bytes', 'extract', 'chunks', 'metadata']],
  ['Use with', ['cli', 'http', 'unified', 'langchain', 'llamaindex', 'crawlee', 'mcp', 'integrations']],
  ['Move over', ['from-turndown', 'from-mdream', 'from-xberg']],
  ['Run', ['scale', 'observability', 'security', 'performance']],
  ['Reference', ['api/index', 'changelog']],
  ['Inside', ['architecture', 'parser', 'benchmarks', 'contributing', 'releasing', 'tools']],
];

function sourceOf(page: string): string | undefined {
  const sources = [
    `docs/${page}.md`,
    `site/pages/${page}.md`,
    page.replace(/^api\/(.*)/, 'build/site/reference/$1.md'),
  ];
  const others = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'bench/README.md', 'tools/README.md'];
  return [...sources, ...others].find((file) => pageOf(file) === `${page}.md` && existsSync(join(root, file)));
}

/** Returns what a page calls itself. */
function titleOf(file: string): string {
  if (file === 'README.md') return 'Overview'; // it is called as the package
  return /^# (.*)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1]?.replaceAll('`', '') ?? file;
}

const namesIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => name.slice(0, -'.md'.length));

const itemsOf = (pages: readonly string[]) =>
  pages.flatMap((page) => {
    const source = sourceOf(page);
    return source === undefined ? [] : [{ text: titleOf(source), link: `/${page}` }];
  });

/** The sections in their order, of what is there. A page of docs/ that no section names comes last. */
function guides(): DefaultTheme.SidebarItem[] {
  const named = new Set(sections.flatMap(([, pages]) => pages));
  const all = [...namesIn('docs'), ...namesIn('docs/guides').map((name) => `guides/${name}`)];
  const more = all.filter((page) => !named.has(page));
  return [...sections, ['More', more] as const]
    .map(([text, pages]) => ({ text, items: itemsOf(pages) }))
    .filter(({ items }) => items.length > 0);
}

/** What each entry of the package exports, by its kind. */
function reference(folder: string): DefaultTheme.SidebarItem[] {
  const path = join(root, 'build', 'site', 'reference', folder);
  const folders = existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return folders.map(({ name }) => {
    const within = folder === '' ? name : `${folder}/${name}`;
    const isModule = existsSync(join(path, name, 'index.md'));
    if (isModule) return { text: within, link: `/api/${within}/`, items: reference(within) };
    const items = namesIn(join('build', 'site', 'reference', within)).map((text) => ({
      text,
      link: `/api/${within}/${text}`,
    }));
    const kind = name.replace('-', ' ');
    return { text: kind[0]?.toUpperCase() + kind.slice(1), items };
  });
}

export function sidebar(): DefaultTheme.Sidebar {
  return { '/': guides(), '/api/': [{ text: 'All documentation', link: '/start' }, ...reference('')] };
}
