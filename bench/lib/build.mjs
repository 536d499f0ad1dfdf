// The checkouts that are measured.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, run } from './command.mjs';
import { readVersion } from './package.mjs';
import { output, root } from './paths.mjs';
import { Problem } from './problem.mjs';

/** Go and TypeScript know what is up to date. */
export function buildHere({ wasm }) {
  console.error('Building the addon and the JavaScript');
  run('npm', ['run', '--silent', 'build'], { cwd: root });
  if (wasm) run('npm', ['run', '--silent', 'build:wasm'], { cwd: root });
}

/** Builds `ref` in a worktree, and returns the drivers of this checkout and of that. */
export function buildAgainst(ref) {
  const commit = read('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
    cwd: root,
  });
  if (commit === undefined) throw new Problem(`There is no commit, branch or tag ${ref} in this repository.`);
  const there = join(output, 'against', commit);
  if (!existsSync(there)) checkOut(commit, there);
  if (!existsSync(join(there, 'dist', 'index.js'))) {
    console.error(`Installing and building ${ref} in its own worktree`);
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: there });
  }
  return [driver(root, 'this'), driver(there, ref)];
}

function checkOut(commit, folder) {
  mkdirSync(join(folder, '..'), { recursive: true });
  // A worktree whose folder is gone would still hold its place.
  run('git', ['worktree', 'prune'], { cwd: root });
  run('git', ['worktree', 'add', '--detach', folder, commit], { cwd: root });
}

function driver(folder, label) {
  return { name: 'tidemark', root: folder, label, version: readVersion(folder) };
}
