// Builds what the border is measured with.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from '../lib/command.mjs';
import { bench, output, root } from '../lib/paths.mjs';

export const asyncWork = join(output, 'async_work.node');
export const wake = join(output, 'wake.node');

export const buildAsyncWork = () => buildAddon('async_work.c', asyncWork);
export const buildWake = () => buildAddon('wake.c', wake);

/** Needs a C compiler: cc, or the one that CC names. */
function buildAddon(source, addon) {
  const { include_dir } = createRequire(join(root, 'package.json'))('node-api-headers');
  const flags = ['-O2', '-shared', '-fPIC', ...(process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : [])];
  mkdirSync(output, { recursive: true });
  run(process.env.CC ?? 'cc', [...flags, `-I${include_dir}`, '-o', addon, source], { cwd: join(bench, 'border') });
}

export function buildTestHooks(checkout) {
  run('npm', ['run', '--silent', 'build:addon', '--', '--test-hooks'], { cwd: checkout });
}
