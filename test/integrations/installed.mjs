// The package as built here, in the node_modules of a folder that has a package.json of its own: what it imports is found there.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Lays the package into a folder's node_modules, and returns where it is. */
export function install(folder) {
  const place = join(folder, 'node_modules', 'tidemark');
  rmSync(place, { recursive: true, force: true });
  for (const name of ['dist', 'package.json', join('build', 'tidemark.node')]) {
    cpSync(join(root, name), join(place, name), { recursive: true });
  }
  // For hosts that load no addons; npm run build:wasm makes it.
  const wasm = join(root, 'build', 'wasm');
  if (existsSync(wasm)) cpSync(wasm, join(folder, 'node_modules', '@tidemark', 'wasm'), { recursive: true });
  return place;
}
