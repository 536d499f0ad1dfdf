import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../support/child';

const source = join(root, 'js');
const subpaths = Object.keys(JSON.parse(readFileSync(join(root, 'scripts', 'subpaths.json'), 'utf8')));

// What the command takes of the package: what its users have, and what is bundled with it.
const ofThePackage = [
  'index.ts',
  'bullmq.ts',
  'nearest.ts',
  'options.generated.ts',
  'version.ts',
  'backend/package-manager.ts',
  'files',
  'warc',
];
const rooms = ['archive', 'help', 'input', 'links', 'options', 'output', 'progress', 'scale', 'watch'].map(
  (name) => `cli/${name}`,
);

// What the files of a folder may import beside each other. Those of js/ itself may import everything.
const given = ['call.ts', 'encoded.ts', 'errors.ts', 'extraction.generated.ts', 'input.ts']; // what users give, and what they are told
const borders: Readonly<Record<string, readonly string[]>> = {
  streams: [...given, 'calls', 'rules', 'backend', 'native', 'host', 'files'],
  calls: [...given, 'backend', 'native', 'host'],
  rules: [...given, 'backend', 'native', 'host'],
  turndown: ['encoded.ts', 'rules', 'host'],
  crawlee: ['errors.ts', 'files', 'host'],
  langchain: [...given, 'converter.ts', 'extract.ts', 'options.ts', 'options.generated.ts', 'files'],
  http: [...given, 'converter.ts', 'options.ts', 'options.generated.ts', 'tokens.ts', 'version.ts', 'host'],
  backend: ['version.ts', 'wasm', 'native'],
  wasm: ['version.ts', 'native', 'host'],
  native: ['errors.ts', 'host'],
  mcp: [...given, 'net', 'version.ts', 'convert.ts', 'extract.ts', 'options.generated.ts', 'tokens.ts', 'mcp.ts'],
  extraction: given,
  hast: given,
  host: [],
  files: [],
  warc: ['files'],
  net: [],
  scale: ['errors.ts', 'index.ts', 'nearest.ts', 'files', 'net', 'warc'], // in a bundle beside the package
  cli: [...ofThePackage, ...rooms],
  ...Object.fromEntries(rooms.map((room) => [room, [...ofThePackage, ...rooms, 'cli/usage-error.ts']])),
  bundled: [], // in the place of others, as web
  web: ['index.mts', 'backend', 'wasm', 'host', 'http'], // in the place of others: scripts/lib/bundle.mjs
};

// What bundles begin with, and what takes the place of others in them.
const ofBundles = [
  'wasm/thread-node.ts',
  'wasm/thread-web.ts',
  'host/web.ts',
  'web/load.mts',
  'web/worker.mts',
  'web/http-host.ts',
  'web/no-node-stream.ts',
  'bundled/own-require.mts',
  'bundled/platform-package.mts',
  'bundled/wasm-package.mts',
];

/** The modules that a file imports in any way, types and those that are loaded late among them. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  const specifiers = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*'(\.[^']+)'/g);
  return [...specifiers].map(([, specifier = '']) =>
    posix.join(dirname(file), specifier).replace(/\.(m?)js$/, '.$1ts'),
  );
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.d)\.m?ts$/.test(name))
  .map((name) => relative('.', name).split(sep).join('/'));
const graph = new Map(files.map((file) => [file, importsOf(file)]));

const folderOf = (file: string) => (file.includes('/') ? dirname(file) : '');

/** A way from the file back to itself, if there is one. */
function circle(file: string): string[] | undefined {
  const from = new Map<string, string>();
  const open = [file];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of graph.get(at) ?? []) {
      if (next === file) return way(at, from, file);
      if (from.has(next)) continue;
      from.set(next, at);
      open.push(next);
    }
  }
  return undefined;
}

function way(end: string, from: ReadonlyMap<string, string>, start: string): string[] {
  const steps = [start];
  for (let at: string | undefined = end; at !== undefined && at !== start; at = from.get(at)) steps.unshift(at);
  return [start, ...steps];
}

test('every import names a file, and all files are reached from the entries', () => {
  const entries = ['index', ...subpaths].flatMap((name) => [`${name}.ts`, `${name}.mts`]);
  const reached = new Set([...entries, 'cli/tidemark.ts', 'mcp/main.ts', ...ofBundles]);
  for (const file of reached) {
    for (const next of graph.get(file) ?? []) {
      expect(files).toContain(next);
      reached.add(next);
    }
  }
  expect([...reached].sort()).toEqual([...files].sort());
});

test('no file imports itself, through others either', () => {
  expect(files.map(circle).filter((found) => found !== undefined)).toEqual([]);
});

test('nothing but the command imports what is of the command', () => {
  const isOfIt = (file: string) => file.startsWith('cli/');
  const wrong = files.filter((file) => !isOfIt(file) && graph.get(file)?.some(isOfIt));
  expect(wrong).toEqual([]);
});

test('imports go one way: js -> streams -> calls -> backend -> wasm -> native', () => {
  const folders = new Set(files.map(folderOf));
  expect([...folders].sort()).toEqual(['', ...Object.keys(borders).sort()]);
  const wrong: string[] = [];
  for (const [file, imports] of graph) {
    const allowed = borders[folderOf(file)];
    for (const next of imports) {
      const inside = folderOf(next) === folderOf(file);
      if (allowed && !inside && !allowed.includes(next) && !allowed.includes(folderOf(next)))
        wrong.push(`${file} imports ${next}`);
    }
  }
  expect(wrong).toEqual([]);
});
