// Parts of js/ in one file each, for hosts that are not Node.js and for threads.
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './go-env.mjs';

const source = (name) => join(root, 'js', /\.m?ts$/.test(name) ? name : `${name}.ts`);

// What stands for what elsewhere than in Node.js.
export const ofTheWeb = {
  'host/node': 'host/web',
  'backend/load': 'web/load.mts',
  'streams/node': 'web/no-node-stream',
};

// What stands for what in a bundle for Node.js.
export const ofBundles = {
  'backend/own-require': 'bundled/own-require.mts',
  'backend/platform-package': 'bundled/platform-package.mts',
  'backend/wasm-package': 'bundled/wasm-package.mts',
};

/** Returns a part of js/ as one script, for Node.js or the web. `instead` says what other files take the place of which. */
export async function bundle(entry, format, platform, instead = {}) {
  const { outputFiles } = await build({
    entryPoints: [source(entry)],
    bundle: true,
    write: false,
    format,
    platform,
    target: 'es2022',
    minify: format === 'cjs',
    legalComments: 'none',
    external: ['@tidemark/*'],
    plugins: [{ name: 'instead', setup: (bundler) => replace(bundler, instead) }],
  });
  return outputFiles[0].text;
}

function replace(bundler, replaced) {
  for (const [name, other] of Object.entries(replaced)) {
    const filter = new RegExp(`/${name.split('/').at(-1)}\\.js$`);
    bundler.onResolve({ filter }, ({ path, resolveDir }) =>
      join(resolveDir, path) === source(name).replace(/\.ts$/, '.js') ? { path: source(other) } : undefined,
    );
  }
}
