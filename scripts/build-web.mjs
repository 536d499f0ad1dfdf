// Bundles js/: a file takes longer to find and read than to compile. For others than Node.js itself, with other files in the place of some:
//
//   dist/node/index.js, turndown.js            for Node.js, with what both share
//   dist/bundled/index.mjs, turndown.mjs       for bundlers, when they bundle for Node.js
//   dist/web/index.mjs, turndown.mjs           for browsers and runtimes at the edge
//   dist/web/worker.mjs                        for browsers: asynchronous calls have threads
//   dist/cli/tidemark.mjs                      the command
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, command, ofBundles, ofTheWeb } from './lib/bundle.mjs';
import { nodeBundles } from './lib/bundle-node.mjs';
import { root } from './lib/go-env.mjs';

async function write(folder, files) {
  const place = join(root, 'dist', folder);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(place, name), text);
}

await write('node', await nodeBundles());
// The ES modules are views of those.
for (const name of ['index', 'turndown']) {
  const file = join(root, 'dist', `${name}.mjs`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(`'./${name}.js'`, `'./node/${name}.js'`));
}
await write('bundled', await bundles(['index.mts', 'turndown.mts'], 'node', ofBundles));
await write('web', await bundles(['index.mts', 'turndown.mts', 'web/worker.mts'], 'browser', ofTheWeb));

const { files, licences } = await command();
await write('cli', [...files, { name: 'LICENSES.txt', text: licences.join('\n----\n\n') }]);
const program = join(root, 'dist', 'cli', 'tidemark.mjs');
writeFileSync(program, `#!/usr/bin/env node\n${readFileSync(program, 'utf8')}`);
chmodSync(program, 0o755);
