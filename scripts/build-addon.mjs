// Builds the native addon for this machine, build/tidemark.node: `npm install`, `npm run build` and `node-gyp rebuild` all come
// here. Those that are published are made by build-platform.mjs.
//
//   node scripts/build-addon.mjs [--test-hooks | --sync-only | --asan]
//
//   --test-hooks   build/tidemark.testhooks.node, in which a test can make the engine panic, wait or do nothing
//   --sync-only    build/tidemark.sync.node, which has no workers
//   --asan         build/tidemark.asan.node, in which the C files check their memory accesses
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './lib/compile.mjs';
import { goEnv, Missing, root } from './lib/go-env.mjs';
import { darwinCompiler } from './platform/darwin.mjs';

const variants = {
  plain: { name: 'tidemark.node', tags: 'async_runtime' },
  'test-hooks': { name: 'tidemark.testhooks.node', tags: 'async_runtime,testhooks' },
  'sync-only': { name: 'tidemark.sync.node' },
  asan: { name: 'tidemark.asan.node', tags: 'async_runtime', flags: ['-asan'] },
};

function chosenVariant() {
  const flag = { type: 'boolean' };
  const { values } = parseArgs({ options: { 'test-hooks': flag, 'sync-only': flag, asan: flag } });
  const chosen = Object.keys(values);
  if (chosen.length > 1) throw new Missing('Choose one of --test-hooks, --sync-only and --asan.');
  return variants[chosen[0] ?? 'plain'];
}

function build({ name, tags, flags }) {
  const started = performance.now();
  const file = join(root, 'build', name);
  const env = goEnv();
  if (process.platform === 'darwin') env.CC = darwinCompiler(...env.CC.split(' '));
  mkdirSync(join(root, 'build'), { recursive: true });
  compile('./addon', file, { env, tags, flags });
  const size = (statSync(file).size / 1e6).toFixed(1);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`build/${name}: ${size} MB in ${seconds} s`);
}

try {
  build(chosenVariant());
} catch (error) {
  if (!(error instanceof Missing) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(`tidemark: ${error.message}`);
  process.exitCode = 1;
}
