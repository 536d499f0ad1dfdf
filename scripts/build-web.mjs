// Bundles js/: a file takes longer to find and read than to compile. For others than Node.js itself, with other files in the place of some:
//
//   dist/node/index.js, NAME.js        for Node.js, with what all share
//   dist/bundled/index.mjs, NAME.mjs   for bundlers, when they bundle for Node.js
//   dist/web/index.mjs, NAME.mjs       for browsers and runtimes at the edge
//   dist/web/worker.mjs                for browsers: asynchronous calls have threads
//   dist/cli/tidemark.mjs              the command
//
// NAME is a subpath of scripts/subpaths.json.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, command, ofBundles, ofTheWeb } from './lib/bundle.mjs';
import { nodeBundles } from './lib/bundle-node.mjs';
import { entriesFor, subpaths } from './lib/exports.mjs';
import { root } from './lib/go-env.mjs';

async function write(folder, files) {
  const place = join(root, 'dist', folder);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(place, name), text);
}

// The ES modules are views of what is in those: each module that one imports has a file there.
const views = ['index', ...Object.keys(subpaths)].map((name) => join(root, 'dist', `${name}.mjs`));
const imported = /(?<=\bfrom ')\.\/([\w/-]+)\.js(?=')/g;
const taken = views.flatMap((view) => Array.from(readFileSync(view, 'utf8').matchAll(imported), ([, name]) => name));
await write(
  'node',
  await nodeBundles(new Set([...Object.keys(subpaths), 'mcp/main', ...taken.filter((name) => name !== 'index')])),
);
for (const view of views) {
  const place = (_, name) => `./node/${name.replaceAll('/', '-')}.js`;
  writeFileSync(view, readFileSync(view, 'utf8').replace(imported, place));
}
const bundled = await bundles(['index.mts', ...entriesFor('node')], 'node', ofBundles);
// Some tools take this file for the package, trace what it needs, and have Node.js load what that finds: ../index.mjs. Bundlers leave the import
// out, as the package has no side effects.
const traced = ({ name, text }) => ({ name, text: name === 'index.mjs' ? `import '../index.mjs';\n${text}` : text });
await write('bundled', bundled.map(traced));
await write('web', await bundles(['index.mts', ...entriesFor('web'), 'web/worker.mts'], 'browser', ofTheWeb));

const { files, licences } = await command();
await write('cli', [...files, { name: 'LICENSES.txt', text: licences.join('\n----\n\n') }]);
const program = join(root, 'dist', 'cli', 'tidemark.mjs');
writeFileSync(program, `#!/usr/bin/env node\n${readFileSync(program, 'utf8')}`);
chmodSync(program, 0o755);
