// What programs may import of this package beside itself: scripts/subpaths.json has a line for each, js/NAME.ts and js/NAME.mts are
// its CommonJS and its view as an ES module. One that runs on the `web` has a bundle for browsers and runtimes at the edge too.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './go-env.mjs';

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

/** The table of subpaths. */
export const subpaths = readJson('scripts', 'subpaths.json');

const names = Object.keys(subpaths);

/** The entries of the bundles: for Node.js, or those that run on the web. */
export const entriesFor = (platform) =>
  names.filter((name) => platform === 'node' || subpaths[name].web).map((name) => `${name}.mts`);

const asModule = (name, file) => ({ types: `./dist/${name}.d.mts`, default: file });
const required = (name) => ({ types: `./dist/${name}.d.ts`, default: `./dist/node/${name}.js` });

function conditions(name) {
  const web = asModule(name, `./dist/web/${name}.mjs`);
  return {
    ...(subpaths[name].web && {
      workerd: web,
      'edge-light': web,
      browser: { import: web, require: required(name) },
    }),
    module: asModule(name, `./dist/bundled/${name}.mjs`),
    import: asModule(name, `./dist/${name}.mjs`),
    require: required(name),
  };
}

/** Returns a manifest with its `exports` and `typesVersions` as the table says. The package itself and its worker stay as they are. */
export function withSubpaths(manifest) {
  const { '.': main, './worker': worker } = manifest.exports;
  return {
    ...manifest,
    typesVersions: {
      '*': {
        worker: ['./dist/index.d.ts'],
        ...Object.fromEntries(names.map((name) => [name, [`./dist/${name}.d.ts`]])),
      },
    },
    exports: {
      '.': main,
      './worker': worker,
      ...Object.fromEntries(names.map((name) => [`./${name}`, conditions(name)])),
      './package.json': './package.json',
    },
  };
}
