// Runs the C files under the sanitizers of the C compiler. Linux with gcc or clang only.
//
//   ThreadSanitizer   the queue, in programs of its own (test/native), since it does not load into Node.js
//   AddressSanitizer  the C files without Node.js and Go, with each call of Node-API failing in turn; the addon in Node.js, with the
//                     programs that stress who frees what
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { capture, goEnv, headers, root } from './lib/go-env.mjs';

const compiler = goEnv().CC;
let passed = 0;

function check(name, ended, code = 0) {
  const said = `${ended.stdout}${ended.stderr}`;
  if (ended.status !== code || /Sanitizer/.test(said) || !ended.stdout.endsWith('ok\n')) {
    console.error(`FAILED  ${name}: ${ended.status ?? ended.signal ?? ended.error?.message}\n${said}`);
    process.exit(1);
  }
  console.log(`ok  ${name}`);
  passed++;
}

/** The C files of a folder of the addon. */
const filesOf = (...folder) =>
  readdirSync(join(root, 'addon', ...folder))
    .filter((name) => name.endsWith('.c') && !name.endsWith('_windows.c'))
    .map((name) => join('addon', ...folder, name));

const queue = ['memory', 'queue', 'transcode'].flatMap((name) => filesOf('internal', name));
// What Node.js calls, but for the module's own beginning.
const border = filesOf().filter((file) => !file.endsWith('module.c'));

/** Builds a program of test/native with C files. */
function build(name, files, ...options) {
  const program = join(root, 'build', name);
  const flags = ['-std=gnu11', '-g', '-O1', '-DNAPI_VERSION=9', `-I${headers()}`, '-pthread', ...options];
  const built = capture(compiler, [...flags, '-o', program, `test/native/${name}.c`, ...files]);
  if (built.status !== 0) throw new Error(built.stderr);
  return program;
}

function underThreadSanitizer(name) {
  const program = build(name, queue, '-fsanitize=thread');
  // Without address space randomisation, which its shadow memory of some versions cannot bear.
  check(`ThreadSanitizer: ${name}`, spawnSync('setarch', ['-R', program], { encoding: 'utf8', timeout: 600_000 }));
}

function withFailures() {
  const options = ['-fsanitize=address,undefined', '-ftrivial-auto-var-init=pattern', '-Itest/native/fake'];
  const program = build('statuses', [...border, ...queue, 'test/native/fake/node_api.c'], ...options);
  check('AddressSanitizer: statuses', spawnSync(program, { encoding: 'utf8', timeout: 600_000 }));
}

function controlClock() {
  check('control_clock', spawnSync(build('control_clock', queue), { encoding: 'utf8', timeout: 600_000 }));
}

function underAddressSanitizer() {
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build-addon.mjs'), '--asan'], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
  const library = capture(compiler, ['-print-file-name=libasan.so']).stdout.trim();
  const asan = {
    ...process.env,
    LD_PRELOAD: library,
    ASAN_OPTIONS: 'detect_leaks=0', // V8 does not free everything at exit
    TIDEMARK_BINARY_PATH: join(root, 'build', 'tidemark.asan.node'),
  };
  for (const child of [
    'terminate',
    'worker-only',
    'unused',
    'outstanding',
    'two-instances',
    'buffers',
    'long-results',
    'bytes',
    'streams',
    'rules',
    'exit-in-flight',
  ]) {
    const file = join(root, 'test', 'lifecycle', 'children', `${child}.cjs`);
    const ended = spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 600_000, env: asan });
    check(`AddressSanitizer: ${child}`, ended, child === 'exit-in-flight' ? 7 : 0);
  }
}

underThreadSanitizer('queue_order');
underThreadSanitizer('queue_stress');
controlClock();
withFailures();
underAddressSanitizer();
console.log(`sanitizers: ${passed} passed, 0 failed`);
