import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../support/child';

interface Entry {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

// `npm ci` refuses a lock file that lacks a package, also one of another platform, which npm leaves out where it was not installed.
test('the lock file has every package that one of it asks for', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>;
  };
  const missing: string[] = [];
  for (const [path, entry] of Object.entries(packages)) {
    const asked = { ...entry.dependencies, ...entry.optionalDependencies, ...entry.devDependencies };
    for (const name of Object.keys(asked)) if (!isFound(packages, path, name)) missing.push(`${name} of ${path}`);
  }
  expect(missing).toEqual([]);
});

/** Looks for a package as Node.js does, in the folder of the one that asks for it and in those above. */
function isFound(packages: Record<string, Entry>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}
