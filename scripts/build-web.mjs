// Bundles what others than programs in Node.js take of this package, which is what is in js/ with other files in the place of some:
//
//   dist/bundled/index.mjs, turndown.mjs       for bundlers, when they bundle for Node.js
//   dist/web/index.mjs, turndown.mjs           for browsers and runtimes at the edge
//   dist/web/worker.mjs                        for browsers: asynchronous calls have threads
//   dist/cli/tidemark.mjs                      the command
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, command, ofBundles, ofTheWeb } from './lib/bundle.mjs';
import { root } from './lib/go-env.mjs';

async function write(folder, entries, platform, instead) {
  const place = join(root, 'dist', folder);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const { name, text } of await bundles(entries, platform, instead)) writeFileSync(join(place, name), text);
}

await write('bundled', ['index.mts', 'turndown.mts'], 'node', ofBundles);
await write('web', ['index.mts', 'turndown.mts', 'web/worker.mts'], 'browser', ofTheWeb);

const place = join(root, 'dist', 'cli');
const { files, licences } = await command();
rmSync(place, { recursive: true, force: true });
mkdirSync(place, { recursive: true });
for (const { name, text } of files) {
  const isEntry = name === 'tidemark.mjs';
  writeFileSync(join(place, name), isEntry ? `#!/usr/bin/env node\n${text}` : text);
  if (isEntry) chmodSync(join(place, name), 0o755);
}
writeFileSync(join(place, 'LICENSES.txt'), licences.join('\n----\n\n'));
