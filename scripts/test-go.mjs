// Every check of the Go code, in order. Prints one line for each with its time, and stops at the first that fails.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { capture, goEnv, Missing, root } from './lib/go-env.mjs';

const pure = ['./core/...', './pool/...'];
const all = [...pure, './internal/...', './addon/internal/...'];
const ofWasm = { GOOS: 'wasip1', GOARCH: 'wasm', CGO_ENABLED: '0' };
// No test is about time: one that takes so long hangs.
const unhurried = '-timeout=30m';
const tools = join(root, 'build', 'tools');
const staticcheck = 'honnef.co/go/tools/cmd/staticcheck';
const actionlint = 'github.com/rhysd/actionlint/cmd/actionlint';
const cFiles = readdirSync(join(root, 'addon'))
  .filter((name) => name.endsWith('.c') && !name.endsWith('_windows.c'))
  .map((name) => join('addon', name));

const steps = [
  [
    'gofmt',
    () => run('gofmt', ['-l', 'addon', 'bench', 'core', 'internal', 'pool', 'tools', 'wasm'], { silent: true }),
  ],
  ['go mod tidy', () => go(['mod', 'tidy', '-diff'])],
  ['go mod tidy, tools', () => go(['-C', 'tools', 'mod', 'tidy', '-diff'])],
  ['tests without cgo', () => go(['test', unhurried, ...pure], { CGO_ENABLED: '0' })],
  // What is built has vectors where there are some; these are tests of what has none.
  ['tests with races', () => go(['test', unhurried, '-race', '-shuffle=on', ...all], { GOEXPERIMENT: '' })],
  // On a processor that has AVX2 nothing else would test what others do.
  [
    'tests of transcoding without AVX2',
    () => go(['test', './addon/internal/transcode'], { CGO_CFLAGS: `${env.CGO_CFLAGS} -DTM_WITHOUT_AVX2` }),
  ],
  [
    'tests with races, pool with workers',
    () => go(['test', unhurried, '-race', '-shuffle=on', '-count=3', '-tags', 'async_runtime', './pool/...']),
  ],
  ['vet', () => go(['vet', './...'], { GOEXPERIMENT: '' })],
  ['vet the WebAssembly module', () => go(['vet', '-tags', 'testhooks', './wasm'], ofWasm)],
  ['vet with workers and test hooks', () => go(['vet', '-tags', 'async_runtime,testhooks', './...'])],
  ['build tools', () => go(['-C', 'tools', 'build', '-o', `${tools}/`, './cmd/...', staticcheck, actionlint])],
  ['workflows', () => run(join(tools, 'actionlint'), ['-shellcheck=', '-pyflakes='])],
  ['tests of the tools', () => go(['-C', 'tools', 'test', './...'])],
  ['vet the tools', () => go(['-C', 'tools', 'vet', './...'])],
  ['staticcheck', () => run(join(tools, 'staticcheck'), ['-tags', 'async_runtime,testhooks', './...'])],
  [
    'staticcheck of the WebAssembly module',
    // It does not know what exports a function.
    () => run(join(tools, 'staticcheck'), ['-checks', 'inherit,-U1000', '-tags', 'testhooks', './wasm'], ofWasm),
  ],
  // What serves the workers is unused in a build without them.
  ['staticcheck without workers', () => run(join(tools, 'staticcheck'), ['-checks', 'inherit,-U1000', './...'])],
  ['statuses of Node-API', () => run(join(tools, 'napistatus'), cFiles)],
  ['circles of C files', () => run(join(tools, 'cfiles'), ['addon'])],
  ['ends of hand-overs', () => run(join(tools, 'pairs'), ['addon', 'core', 'internal', 'pool', 'wasm'])],
  ['recursion', () => go(['vet', `-vettool=${join(tools, 'recursion')}`, '-tags', 'async_runtime,testhooks', './...'])],
  [
    'recursion, WebAssembly module',
    () => go(['vet', `-vettool=${join(tools, 'recursion')}`, '-tags', 'testhooks', './wasm'], ofWasm),
  ],
  ['crossing', () => go(['vet', `-vettool=${join(tools, 'crossing')}`, '-tags', 'async_runtime', './...'])],
];

class Failed extends Error {}

let env;

/** Runs a command; its output is shown only if it fails. A `silent` command fails if it says anything. */
function run(command, args, { silent = false, ...extra } = {}) {
  const result = capture(command, args, { ...env, ...extra });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  if (result.error || result.status !== 0 || (silent && output !== '')) {
    throw new Failed(`${[command, ...args].join(' ')}\n${output}${result.error?.message ?? ''}`);
  }
  return output;
}

function go(args, extra) {
  return run('go', args, extra);
}

try {
  env = goEnv();
  let passed = 0;
  for (const [name, check] of steps) {
    const started = performance.now();
    const output = check() ?? '';
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const packages = output.match(/^ok\s/gm)?.length;
    console.log(`${seconds.padStart(6)} s  ${name}${packages ? `: ${packages} packages` : ''}`);
    passed++;
  }
  console.log(`checks: ${passed} passed, 0 failed`);
} catch (error) {
  if (!(error instanceof Failed || error instanceof Missing)) throw error;
  console.error(`FAILED  ${error.message}`);
  process.exitCode = 1;
}
