// What npm knows of a package that a driver uses.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench } from './paths.mjs';

/** The version of a package of the benchmarks. Not every package lets its package.json be required. */
export function versionOf(name) {
  return readVersion(join(bench, 'node_modules', name));
}

export function readVersion(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
