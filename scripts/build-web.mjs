// Bundles what others than Node.js itself take of this package, which is what is in js/ with other files in the place of some:
//
//   dist/bundle.mjs       for bundlers, when they bundle for Node.js
//   dist/web/index.mjs    for browsers and runtimes at the edge
//   dist/web/worker.mjs   for browsers: asynchronous calls have a thread
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, ofBundles, ofTheWeb } from './lib/bundle.mjs';
import { root } from './lib/go-env.mjs';

const write = (name, text) => writeFileSync(join(root, 'dist', name), text);

mkdirSync(join(root, 'dist', 'web'), { recursive: true });
write('bundle.mjs', await bundle('index', 'esm', 'node', ofBundles));
write('web/index.mjs', await bundle('index', 'esm', 'browser', ofTheWeb));
write(
  'web/worker.mjs',
  await bundle('index', 'esm', 'browser', { ...ofTheWeb, 'backend/load': 'web/load-worker.mts' }),
);
