import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nodeModule, root } from '../support/child';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

test('what programs may import is what the table of subpaths says', () => {
  const written = nodeModule(`
    import { withSubpaths } from './scripts/lib/exports.mjs';
    console.log(JSON.stringify(withSubpaths(${JSON.stringify(manifest)})));`);
  expect(written).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(written.stdout)).toEqual(manifest);
});

test('each of its files is there', () => {
  const files = Array.from(JSON.stringify(manifest.exports).matchAll(/"(\.\/dist\/[^"]+)"/g), ([, file = '']) => file);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('what a package of a program imports is optional for all others', () => {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const optional = Object.fromEntries(Object.keys(peerDependencies).map((name) => [name, { optional: true }]));
  expect(peerDependenciesMeta).toEqual(optional);
});

test('CommonJS and ES modules have the same of what is made of others twice', () => {
  const source = (name: string) => readFileSync(join(root, 'js', name), 'utf8');
  expect(source('langchain.mts')).toBe(source('langchain.ts'));
});
