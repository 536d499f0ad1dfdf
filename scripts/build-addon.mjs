// Builds the native addon, build/tidemark.node. This is the only build script: `npm install`, `npm run build` and `node-gyp
// rebuild` all come here.
//
//   node scripts/build-addon.mjs [--test-hooks | --sync-only | --asan]
//
//   --test-hooks   build/tidemark.testhooks.node, in which a test can make the engine panic, wait or do nothing
//   --sync-only    build/tidemark.sync.node, which has no workers
//   --asan         build/tidemark.asan.node, in which the C files check their memory accesses
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { capture, goEnv, Missing, root } from './lib/go-env.mjs';
import { profiled } from './lib/profile.mjs';

const variants = {
  plain: { file: 'tidemark.node', tags: 'async_runtime', flags: [] },
  'test-hooks': { file: 'tidemark.testhooks.node', tags: 'async_runtime,testhooks', flags: [] },
  'sync-only': { file: 'tidemark.sync.node', tags: '', flags: [] },
  asan: { file: 'tidemark.asan.node', tags: 'async_runtime', flags: ['-asan'] },
};

function chosenVariant() {
  const flag = { type: 'boolean' };
  const { values } = parseArgs({ options: { 'test-hooks': flag, 'sync-only': flag, asan: flag } });
  const chosen = Object.keys(values);
  if (chosen.length > 1) throw new Missing('Choose one of --test-hooks, --sync-only and --asan.');
  return variants[chosen[0] ?? 'plain'];
}

function build({ file, tags, flags }) {
  const started = performance.now();
  // A process may have the old file mapped: the new one is made beside it, and takes its place whole.
  const scratch = join(root, 'build', `.${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  try {
    const made = join(scratch, file);
    // -mod and -buildvcs: neither the user's GOFLAGS nor the state of a surrounding repository changes the result.
    const args = ['build', '-buildmode=c-shared', '-mod=readonly', '-buildvcs=false', '-trimpath'];
    args.push('-ldflags', '-s -w -buildid=', '-gcflags', profiled(), '-tags', tags, ...flags, '-o', made);
    const result = capture('go', [...args, './addon'], goEnv());
    if (result.status !== 0) throw new Missing(`The addon did not build.\n${result.stderr || result.error?.message}`);
    renameSync(made, join(root, 'build', file));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const size = (statSync(join(root, 'build', file)).size / 1e6).toFixed(1);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`build/${file}: ${size} MB in ${seconds} s`);
}

try {
  if (process.platform !== 'linux')
    console.warn(`tidemark is tested on Linux only; trying to build on ${process.platform}.`);
  build(chosenVariant());
} catch (error) {
  if (!(error instanceof Missing) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(`tidemark: ${error.message}`);
  process.exitCode = 1;
}
