import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from './support/child';

// The documentation names files, and functions by their files: who renames or moves one finds here where it is told of.
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'tools/README.md',
  ...['docs', 'docs/guides'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The text of a document without its blocks of code, in one line. */
const proseOf = (file: string) =>
  read(file)
    .replaceAll(/^ *(`{3,})[\s\S]*?^ *\1/gm, '')
    .replaceAll(/\s+/g, ' ');

const folders = 'addon|bench|core|docs|internal|js|packages|pool|scripts|site|test|tools|wasm';
const path = new RegExp(`^(?:(?:${folders})/\\S*|[\\w-]+\\.(?:go|c|h|ts|mjs|cjs))$`);

/** The paths that a document names. Of one with a place for a name, such as \`core/<name>.go\`, what comes before. */
function pathsIn(prose: string): string[] {
  const spans = Array.from(prose.matchAll(/`([^`]+)`/g), ([, span = '']) => span);
  return spans.filter((span) => path.test(span)).map((span) => span.replace(/[^/]*[<*].*/, ''));
}

// `name` (`file`), or (`name`, `file`), or several names
const placed = /((?:`[\w#]+`(?:, | and ))*`[\w#]+`)(?: \(|, )`([\w./-]+\.(?:go|c|h|ts))`/g;

/** The functions, types and fields that a document says are in a file. */
function placedIn(prose: string): { name: string; file: string }[] {
  return Array.from(prose.matchAll(placed), ([, names = '', file = '']) =>
    Array.from(names.matchAll(/`([^`]+)`/g), ([, name = '']) => ({ name, file })),
  ).flat();
}

/** What a line looks like that declares a name. */
const declares: Readonly<Record<string, (name: string) => string>> = {
  '.go': (name) => `(?:func (?:\\([^)]*\\) )?|type |var |const |\\t)${name}\\b`,
  '.c': (name) => `\\w[\\w *]*\\b${name}\\(.*\\{`,
  '.h': (name) => ` *\\w[\\w *]* \\*?${name}[;,(]`,
  '.ts': (name) => `(?:export )?(?:async )?(?:function\\*? |class |interface |const |  (?:async )?)${name}\\b`,
};

const isDeclared = (name: string, text: string, extension: string) =>
  new RegExp(`^${declares[extension]?.(name)}`, 'm').test(text);

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(file: string): string[] {
  const headings = Array.from(read(file).matchAll(/^#+ (.*)$/gm), ([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

/** The links to other places of the documentation that lead nowhere. */
function brokenLinks(document: string, prose: string): string[] {
  const links = prose.replaceAll(/`[^`]*`/g, '').matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g);
  const broken = Array.from(links).filter(([, file = '', anchor]) => {
    const target = file === '' ? document : join(dirname(document), file);
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
  return broken.map(([link]) => link);
}

describe.each(documents)('%s', (document) => {
  const prose = proseOf(document);

  test('names files that are there', () => {
    expect(pathsIn(prose).filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  test('names functions by the files that have them', () => {
    const missing = placedIn(prose).filter(({ name, file }) => !isDeclared(name, read(file), extname(file)));
    expect(missing).toEqual([]);
  });

  test('links to places that are there', () => {
    expect(brokenLinks(document, prose)).toEqual([]);
  });
});

test('the badges of the README are true', () => {
  const { engines, license, types } = JSON.parse(read('package.json'));
  expect(types).toBeDefined();
  const badges = Array.from(
    read('README.md').matchAll(/img\.shields\.io\/badge\/(\S+?)-[\da-f]{6}\)/g),
    ([, badge]) => badge,
  );
  expect(badges).toEqual([
    `node-${encodeURIComponent(engines.node)}`,
    'types-included',
    'install_scripts-none', // test/package/package.test.ts
    `license-${license}`,
  ]);
});

test('the architecture names many of both', () => {
  const prose = proseOf('docs/architecture.md');
  expect(pathsIn(prose).length).toBeGreaterThan(100);
  expect(placedIn(prose).length).toBeGreaterThan(100);
});
