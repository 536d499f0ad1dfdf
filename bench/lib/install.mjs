// The benchmarks' own dependencies.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { bench } from './paths.mjs';

/** Installs them if they are missing or older than the lock file. */
export async function install() {
  const installed = changed('node_modules/.package-lock.json');
  if (installed !== undefined && installed >= changed('package-lock.json')) return;
  console.error('Installing the dependencies of the benchmarks');
  // --force: native peers ask for a newer Node.js than they need, and are named in package.json for one platform.
  run('npm', ['install', '--force', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: bench });
}

function changed(file) {
  return statSync(join(bench, file), { throwIfNoEntry: false })?.mtimeMs;
}
