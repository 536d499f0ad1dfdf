// Runs the lifecycle programs of test/lifecycle/children under other versions of Node.js, and what of them is about the addon
// itself under Bun and Deno. The runtimes come from the npm registry, into build/runtimes; Linux with glibc only.
//
//   npm run test:runtimes              all of them
//   npm run test:runtimes -- node@24   the named ones
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/go-env.mjs';

const core = [
  'worker-only',
  'unused',
  'terminate',
  'idle',
  'import-only',
  'two-instances',
  'wasm-traps',
  'outstanding',
  'long-results',
  'panic',
];
const full = [
  ...core,
  'buffers',
  'bytes',
  'signal-mask',
  'signal-storm',
  'loop-turns',
  'memory',
  'fairness',
  'frozen-intrinsics',
];

// These need the build with test hooks.
const hooked = ['panic', 'loop-turns'];

// These are about what the runtime is started with.
const ownArgs = {
  'frozen-intrinsics': ['--no-warnings', '--frozen-intrinsics'],
  'without-permission': ['run', '--no-prompt', '--allow-read', '--allow-env'],
};

const arch = process.arch;
const node = (major) => ({
  name: `node@${major}`,
  package: `node-linux-${arch}@${major}`,
  binary: 'bin/node',
  args: ['--expose-gc'],
  children: full,
});
const runtimes = [
  node(20),
  node(22),
  node(24),
  node(26),
  {
    name: 'bun',
    package: arch === 'arm64' ? '@oven/bun-linux-aarch64' : '@oven/bun-linux-x64',
    binary: 'bin/bun',
    args: [],
    children: core,
  },
  {
    name: 'deno',
    package: `@deno/linux-${arch}-glibc`,
    binary: 'deno',
    args: ['run', '-A'],
    children: [...core, 'without-permission'],
  },
];

function install(runtime) {
  const prefix = join(root, 'build', 'runtimes', runtime.name);
  const folder = runtime.package.replace(/(?<=.)@[^@/]*$/, '');
  const binary = join(prefix, 'node_modules', folder, runtime.binary);
  if (!existsSync(binary)) {
    const args = ['install', '--prefix', prefix, '--no-save', '--ignore-scripts', '--no-package-lock', runtime.package];
    const npm = spawnSync('npm', args, { encoding: 'utf8' });
    if (npm.status !== 0) throw new Error(npm.stderr);
  }
  return binary;
}

function run(runtime, binary, child) {
  const env = { ...process.env };
  if (hooked.includes(child)) env.TIDEMARK_BINARY_PATH = join(root, 'build', 'tidemark.testhooks.node');
  const file = join(root, 'test', 'lifecycle', 'children', `${child}.cjs`);
  const started = performance.now();
  const ended = spawnSync(binary, [...(ownArgs[child] ?? runtime.args), file], {
    encoding: 'utf8',
    env,
    timeout: 600_000,
  });
  const good = ended.status === 0 && ended.stdout.endsWith('ok\n');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${good ? 'ok    ' : 'FAILED'} ${seconds.padStart(5)} s  ${runtime.name}  ${child}`);
  if (!good) console.log(`${ended.status ?? ended.signal}\n${ended.stdout}${ended.stderr}`);
  return good;
}

const named = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const runtime of runtimes.filter(({ name }) => named.length === 0 || named.includes(name))) {
  const binary = install(runtime);
  const version = spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0];
  console.log(`${runtime.name}: ${version}`);
  for (const child of runtime.children) {
    if (run(runtime, binary, child)) passed++;
    else failed++;
  }
}
console.log(`Runtimes: ${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;
