import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { node, root } from './support/child';

// Those examples that need nothing beside this package; `npm run test:examples` runs all of them.
const folder = join(root, 'examples');
const all = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const alone = all.filter((name) => !existsSync(join(folder, name, 'package.json')));

test('the list has all of them', () => {
  const listed = readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| \[([\w-]+)\]\(\1\/\)/gm);
  expect(Array.from(listed, ([, name]) => name).sort()).toEqual([...all].sort());
});

describe('each', () => {
  test.each(all)('%s says in three lines how it is started', (name) => {
    const lines = readFileSync(join(folder, name, 'README.md'), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(3);
    for (const [program] of lines.join().matchAll(/(?<=node )[\w-]+\.mjs/g)) {
      expect(existsSync(join(folder, name, program))).toBe(true);
    }
  });
});

// One that imports a part of the package that this checkout does not have is left out.
const subpaths = Object.keys(JSON.parse(readFileSync(join(root, 'scripts', 'subpaths.json'), 'utf8')));
const runs = alone.filter((name) => name !== 'markdown-server' || subpaths.includes('http'));

describe('runs', () => {
  test.each(runs)('%s', (name) => {
    const { status, stdout } = node(['--test', join(folder, name)]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('# fail 0') });
  });
});
