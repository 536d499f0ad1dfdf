// js/ for Node.js itself, in few files: each takes longer to find and to read than what is in most of them. One has what all programs need.
// What few need is in another, which is loaded when it is first called, and takes what it shares with the rest from there.
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { ofPrograms } from './external.mjs';
import { root } from './go-env.mjs';

const source = (name) => join(root, 'js', `${name}.ts`);
const index = source('index');
const loader = source('backend/load');

// All that these export is functions.
const late = [
  'streams/chunks',
  'streams/converse',
  'streams/iterator',
  'streams/node',
  'streams/web',
  'streams/whole',
].map(source);
// What is required in js/ where it is needed: a file each.
const required = ['backend/load-error', 'backend/remedy', 'backend/wasm', 'native/go-needs'].map(source);

/** Returns the files of `dist/node`, with one for each of some modules that programs import beside the package itself. */
export async function nodeBundles(beside) {
  const exported = new Map();
  for (const path of [index, ...late]) exported.set(path, await exportsOf(path));
  const places = new Map(); // of modules: a file, and their name in it
  const putOff = calledLater(exported, places);
  const imports = await place('shared', [index], [putOff], places);
  const shared = new Map(places);
  await place('late', late, [], places);
  // What the loader does not need comes before it all the same: files that it requires take that from here.
  const needsLoader = (path) => path === loader || (imports.get(path) ?? []).some(needsLoader);
  const all = [...places.keys()].sort((a, b) => needsLoader(a) - needsLoader(b));
  const whole = (name, known) => ({
    stdin: {
      contents: all
        .filter((path) => places.get(path).file === name)
        .map((path) => `export * as ${places.get(path).as} from ${JSON.stringify(path)};`)
        .join('\n'),
      resolveDir: root,
    },
    plugins: known,
  });
  const files = {
    shared: whole('shared', [putOff]),
    late: whole('late', [takenFrom(shared)]),
  };
  for (const path of required) files[basename(path, '.ts')] = { entryPoints: [path], plugins: [takenFrom(places)] };
  for (const name of beside) {
    files[name.replaceAll('/', '-')] = { entryPoints: [source(name)], plugins: [takenFrom(places)] };
  }
  const texts = Object.entries(files).map(async ([name, options]) => {
    const { outputFiles } = await bundle({ ...options, format: 'cjs' });
    return { name: `${name}.js`, text: name === 'late' ? madeFor(outputFiles[0].text) : outputFiles[0].text };
  });
  return [
    ...(await Promise.all(texts)),
    { name: 'index.js', text: indexText(exported.get(index), places.get(index).as) },
  ];
}

// Written out: so Node.js sees what there is to import.
const indexText = (names, as) =>
  `'use strict';\nconst { ${as}: index } = require('./shared.js');\n${names.map((name) => `exports.${name} = index.${name};\n`).join('')}`;

async function exportsOf(path) {
  const { metafile } = await bundle({ entryPoints: [path], format: 'esm', metafile: true });
  return Object.values(metafile.outputs)[0].exports;
}

/** Gives those modules that have no place yet, and what they import, one in a file. Returns what each imports. */
async function place(file, entryPoints, plugins, places) {
  const { metafile } = await bundle({ entryPoints, format: 'esm', metafile: true, outdir: root, plugins });
  for (const input of Object.keys(metafile.inputs)) {
    const path = join(root, input);
    if (input.startsWith('js/') && !places.has(path)) places.set(path, { file, as: `_${places.size}` });
  }
  const imported = ({ imports }) => imports.map(({ path }) => join(root, path));
  return new Map(Object.entries(metafile.inputs).map(([input, about]) => [join(root, input), imported(about)]));
}

function bundle(options) {
  return build({
    ...options,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'es2022',
    legalComments: 'none',
    drop: ['console'], // libraries print warnings
    external: [...ofPrograms, ...required.map(fileOf), './shared.js', './late.js'],
    absWorkingDir: root,
    plugins: [...(options.plugins ?? []), leftWhereItIs],
  });
}

const local = /^\.\.?\//;
const sourceOf = ({ path, resolveDir }) => resolve(resolveDir, path.replace(/\.js$/, '.ts'));

function fileOf(path) {
  return `./${basename(path, '.ts')}.js`;
}

const leftWhereItIs = {
  name: 'left where it is',
  setup(bundler) {
    bundler.onResolve({ filter: local }, (imported) => {
      const path = sourceOf(imported);
      return imported.kind === 'require-call' && required.includes(path)
        ? { path: fileOf(path), external: true }
        : undefined;
    });
  },
};

// Has the imports of modules come to `contents`, by their paths.
function instead(name, has, contents) {
  return {
    name,
    setup(bundler) {
      bundler.onResolve({ filter: local }, (imported) => {
        if (imported.namespace === name) return { path: imported.path, external: true };
        const path = sourceOf(imported);
        return imported.kind === 'import-statement' && has(path) ? { path, namespace: name } : undefined;
      });
      bundler.onLoad({ filter: /./, namespace: name }, ({ path }) => ({ contents: contents(path), resolveDir: root }));
    },
  };
}

// What is late is functions that load it.
const calledLater = (exported, places) =>
  instead(
    'later',
    (path) => late.includes(path),
    (path) =>
      exported
        .get(path)
        .map(
          (name) =>
            `export const ${name} = (...given) => require('./late.js').of(module.exports).${places.get(path)?.as}.${name}(...given);`,
        )
        .join('\n'),
  );

// What has a place already is taken from there.
const takenFrom = (places) =>
  instead(
    'taken',
    (path) => places.has(path),
    (path) => `module.exports = ${holders[places.get(path).file]}.${places.get(path).as};`,
  );

const holders = { shared: "require('./shared.js')", late: "require('./late.js').of(require('./shared.js'))" };

// What is loaded late is given what it shares: where it is loaded then, there may be another copy of that, as after Jest's `isolateModules`.
const madeFor = (text) => `'use strict';
const made = new WeakMap();
exports.of = (shared) => {
  if (!made.has(shared)) made.set(shared, make(shared));
  return made.get(shared);
};

function make(shared) {
  const module = { exports: {} };
${text.replaceAll('require("./shared.js")', 'shared')}
  return module.exports;
}
`;
