// js/ for Node.js itself, in few files: each takes longer to find and to read than what is in most of them. index.js has what all programs need.
// What few need is in others, which are loaded when something of them is first called, and take what they share with it from there.
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { ofPrograms } from './external.mjs';
import { root } from './go-env.mjs';

const source = (name) => join(root, 'js', `${name}.ts`);
const index = source('index');
const loader = source('backend/load');

// The files that are loaded late, in their order: each may take from those before. All that others take of these modules is functions.
const late = {
  many: ['convert-all'],
  extract: ['extract', 'extract-all'],
  streams: ['streams/chunks', 'streams/converse', 'streams/iterator', 'streams/node', 'streams/web', 'streams/whole'],
};
const isLate = new Set(Object.values(late).flat().map(source));
// What is required in js/ where it is needed: a file each.
const required = ['backend/load-error', 'backend/remedy', 'backend/wasm', 'native/go-needs'].map(source);

/** Returns the files of `dist/node`, with one for each of some modules that programs import beside the package itself. */
export async function nodeBundles(beside) {
  const places = new Map(); // of modules: a file, and their number in it
  const imports = await place('index', [index], isLate, places);
  for (const [file, names] of Object.entries(late)) await place(file, names.map(source), isLate, places);
  const exported = await exportsOf([...places.keys()]);
  const known = { places, exported };

  const taken = new Map(Object.entries(late).map(([file, names]) => [file, new Set(names.map(source))]));
  taken.set('index', new Set([index]));
  const texts = [];
  for (const path of required) texts.push(await text(basename(path, '.ts'), { entryPoints: [path] }));
  for (const name of beside) texts.push(await text(name.replaceAll('/', '-'), { entryPoints: [source(name)] }));
  for (const file of Object.keys(late).reverse()) {
    const { name, text: made } = await text(file, { stdin: sharing(file, [...taken.get(file)]) }, file);
    texts.push({ name, text: madeFor(made) });
  }
  // What the loader does not need comes before it all the same: files that it requires take that from here.
  const needsLoader = (path) => path === loader || (imports.get(path) ?? []).some(needsLoader);
  const shared = [...taken.get('index')].sort((a, b) => needsLoader(a) - needsLoader(b));
  const { name, text: made } = await text('index', { stdin: sharing('index', shared) }, 'index');
  return [...texts, { name, text: entry(made) }];

  async function text(name, options, file) {
    const { outputFiles } = await bundle({ ...options, format: 'cjs', plugins: [takenFrom(known, taken, file)] });
    return { name: `${name}.js`, text: outputFiles[0].text };
  }

  // A file gives others its modules by a function that is there before they have been evaluated.
  function sharing(file, modules) {
    const all = modules.map((path) => [path, places.get(path), exported.get(path)]);
    const cases = all.map(
      ([, { number }, names]) =>
        `case ${number}: return { ${names.map((name) => `${name}: ${name}_${number}`).join(', ')} };`,
    );
    const lines = all.map(
      ([path, { number }, names]) =>
        `import { ${names.map((name) => `${name} as ${name}_${number}`).join(', ')} } from ${JSON.stringify(path)};`,
    );
    lines.push(`export function modules(number) {\n switch (number) {\n${cases.join('\n')}\n}\n}`);
    if (file === 'index') {
      const { number } = places.get(index);
      lines.push(...exported.get(index).map((name) => `exports.${name} = ${name}_${number};`));
    }
    return { contents: lines.join('\n'), resolveDir: root };
  }
}

/** Returns the names of what modules export. */
async function exportsOf(paths) {
  const { metafile } = await build({
    entryPoints: paths,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: root,
    absWorkingDir: root,
    logOverride: { 'unsupported-require-call': 'silent' }, // they are bundled otherwise
  });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint, exports }) => [join(root, entryPoint), exports]));
}

/** Gives those modules that have no place yet, and what they import, one in a file. Returns what each imports. */
async function place(file, entryPoints, others, places) {
  const elsewhere = (path) => others.has(path) && !entryPoints.includes(path);
  const plugins = [instead('elsewhere', elsewhere, () => 'module.exports = {}')];
  const { metafile } = await bundle({ entryPoints, format: 'esm', metafile: true, outdir: root, plugins });
  for (const input of Object.keys(metafile.inputs)) {
    const path = join(root, input);
    if (input.startsWith('js/') && !places.has(path)) places.set(path, { file, number: places.size });
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
    logOverride: { 'commonjs-variable-in-esm': 'silent' }, // exports: see sharing
    drop: ['console'], // libraries print warnings
    external: ofPrograms,
    absWorkingDir: root,
    plugins: [...(options.plugins ?? []), leftWhereItIs, neverCalled],
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

// What warcio takes to write, and to read what is compressed, of which it is given none: js/warc/records.ts.
const neverCalled = {
  name: 'never called',
  setup(bundler) {
    bundler.onResolve({ filter: /^(pako|uuid-random)$/ }, ({ path }) => ({ path, namespace: 'never called' }));
    bundler.onLoad({ filter: /./, namespace: 'never called' }, ({ path }) => ({
      contents: `const missing = () => { throw new Error('${path} is not in this bundle'); };
class Missing { constructor() { missing(); } }
export default Object.assign(missing, { Inflate: Missing, Deflate: Missing });`,
    }));
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

// What a bundle takes from others. What is loaded late is functions that load it, unless a late file takes it from one before.
function takenFrom({ places, exported }, taken, own) {
  const order = Object.keys(late);
  const shared = own === 'index' ? `exports${key}` : order.includes(own) ? 'shared' : `require("./index.js")${key}`;
  const has = (path) => places.has(path) && places.get(path).file !== own;
  return instead('taken', has, (path) => {
    const { file, number } = places.get(path);
    taken.get(file).add(path);
    const modules = file === 'index' ? shared : `require("./${file}.js").of(${shared})`;
    const names = exported.get(path);
    if (!isLate.has(path) || order.indexOf(file) < order.indexOf(own))
      return `export const { ${names.join(', ')} } = ${modules}(${number});`;
    return names
      .map((name) => `export const ${name} = (...given) => ${modules}(${number}).${name}(...given);`)
      .join('\n');
  });
}

// What index.js gives others has no name that programs could see.
const key = '[Symbol.for("tidemark.modules")]';

// index.js exports by statements in which Node.js sees what there is to import.
function entry(text) {
  return `'use strict';\n${replaced(text, `Object.defineProperty(exports, ${key.slice(1, -1)}, { value: stdin_exports.modules });`)}`;
}

// What is loaded late is given what it shares: where it is loaded then, there may be another copy of that, as after Jest's `isolateModules`.
const madeFor = (text) => `'use strict';
const made = new WeakMap();
exports.of = (shared) => {
  if (!made.has(shared)) made.set(shared, make(shared));
  return made.get(shared);
};

function make(shared) {
${replaced(text, 'const { modules: given } = stdin_exports;')}
  return given;
}
`;

function replaced(text, by) {
  const [before, after, ...more] = text.split('module.exports = __toCommonJS(stdin_exports);');
  if (after === undefined || more.length > 0) throw new Error('esbuild exports in another way');
  return before + by + after.slice(0, after.lastIndexOf('// Annotate the CommonJS export names'));
}
