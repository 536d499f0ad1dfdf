// Bundles what others than Node.js itself take of this package, which is what is in js/ with other files in the place of some:
//
//   dist/bundled/index.mjs, turndown.mjs       for bundlers, when they bundle for Node.js
//   dist/web/index.mjs, turndown.mjs           for browsers and runtimes at the edge
//   dist/web/worker.mjs                        for browsers: asynchronous calls have threads
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, ofBundles, ofTheWeb } from './lib/bundle.mjs';
import { root } from './lib/go-env.mjs';

async function write(folder, entries, platform, instead) {
  const place = join(root, 'dist', folder);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const { name, text } of await bundles(entries, platform, instead)) writeFileSync(join(place, name), text);
}

await write('bundled', ['index.mts', 'turndown.mts'], 'node', ofBundles);
await write('web', ['index.mts', 'turndown.mts', 'web/worker.mts'], 'browser', ofTheWeb);
