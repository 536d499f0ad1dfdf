// Bundles what browsers and runtimes at the edge take of this package: dist/web/index.mjs, and worker.mjs, in which asynchronous calls
// have a thread.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { root } from './lib/go-env.mjs';

const folder = join(root, 'dist', 'web');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'index.mjs'), await bundle('index', 'esm'));
writeFileSync(join(folder, 'worker.mjs'), await bundle('index', 'esm', { 'backend/load': 'web/load-worker' }));
