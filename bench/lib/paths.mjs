// Where things are.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const bench = join(dirname(fileURLToPath(import.meta.url)), '..');
export const root = join(bench, '..');
export const output = join(root, 'build', 'bench');

/** The driver or program of that name, as a module. */
export function load(kind, name) {
  return import(pathToFileURL(join(bench, kind, `${name}.mjs`)));
}
