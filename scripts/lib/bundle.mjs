// Parts of js/ in few files, for hosts that are not Node.js, for threads and for bundlers.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { ofPrograms } from './external.mjs';
import { root } from './go-env.mjs';

const source = (name) => join(root, 'js', /\.m?ts$/.test(name) ? name : `${name}.ts`);

// What stands for what elsewhere than in Node.js.
export const ofTheWeb = {
  'host/node': 'host/web',
  'backend/load': 'web/load.mts',
  'streams/node': 'web/no-node-stream',
  'http/host': 'web/http-host',
};

// What stands for what in a bundle for Node.js.
export const ofBundles = {
  'backend/own-require': 'bundled/own-require.mts',
  'backend/platform-package': 'bundled/platform-package.mts',
  'backend/wasm-package': 'bundled/wasm-package.mts',
};

/** Returns a part of js/ as one script, for Node.js or the web. `instead` says what other files take the place of which. */
export async function bundle(entry, format, platform, instead = {}) {
  const [{ text }] = await run({ entryPoints: [source(entry)], format, platform, minify: format === 'cjs' }, instead);
  return text;
}

/** Returns several parts as ES modules, by their names, with those that they share: a program that has two of them has one pool. */
export async function bundles(entries, platform, instead) {
  const outdir = join(root, 'dist');
  const files = await run(
    {
      entryPoints: entries.map(source),
      outdir,
      format: 'esm',
      platform,
      splitting: true,
      outExtension: { '.js': '.mjs' },
    },
    instead,
  );
  return files.map(({ path, text }) => ({ name: basename(path), text }));
}

/**
 * Returns the command as ES modules, by their names: what is loaded late, with its libraries, is in files of its own. It takes the package from beside
 * it. The licences are those of the libraries.
 */
export async function command() {
  const beside = { filter: /^\.\.?\/(?:\.\.\/)*(?:index|bullmq)\.js$/ };
  const external = { name: 'package', setup: (bundler) => bundler.onResolve(beside, ofThePackage) };
  const { outputFiles, metafile } = await build({
    entryPoints: { tidemark: source('cli/tidemark') },
    outdir: join(root, 'dist', 'cli'),
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    minifyWhitespace: true,
    drop: ['console'], // libraries print warnings
    // Libraries that are CommonJS ask for modules of Node.js by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
    },
    legalComments: 'none',
    plugins: [external],
  });
  const files = outputFiles.map(({ path, text }) => ({ name: basename(path), text }));
  return { files, licences: licencesOf(Object.keys(metafile.inputs)) };
}

const besideCommand = ['index', 'bullmq'];

const ofThePackage = ({ path, resolveDir }) => {
  const name = besideCommand.find((known) => join(resolveDir, path) === source(known).replace(/\.ts$/, '.js'));
  return name && { path: `../${name}.mjs`, external: true };
};

function licencesOf(files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...folders].sort().map((folder) => {
    const licence = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    return `${folder.split('node_modules/').at(-1)}\n\n${readFileSync(join(root, folder, licence), 'utf8').trim()}\n`;
  });
}

async function run(options, instead) {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    entryNames: '[name]',
    target: 'es2022',
    legalComments: 'none',
    external: ofPrograms,
    drop: ['console'], // libraries print warnings
    plugins: [{ name: 'instead', setup: (bundler) => replace(bundler, instead) }],
  });
  return outputFiles;
}

function replace(bundler, replaced) {
  for (const [name, other] of Object.entries(replaced)) {
    const filter = new RegExp(`/${name.split('/').at(-1)}\\.js$`);
    bundler.onResolve({ filter }, ({ path, resolveDir }) =>
      join(resolveDir, path) === source(name).replace(/\.ts$/, '.js') ? { path: source(other) } : undefined,
    );
  }
  // By `export =` the bundler would take it, and all that it imports, for CommonJS.
  bundler.onLoad({ filter: /[\\/]js[\\/]turndown\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replace(/^export = /m, 'export default '),
    loader: 'ts',
  }));
}
