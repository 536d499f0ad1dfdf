// Runs the C files under AddressSanitizer with the programs that stress who frees what: workers terminated with calls in
// flight, mixed outcomes, panics. Linux with gcc only: the sanitizer's library is loaded into Node.js.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { capture, goEnv, root } from './lib/go-env.mjs';

const built = spawnSync(process.execPath, [join(root, 'scripts', 'build-addon.mjs'), '--asan'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const compiler = capture('go', ['env', 'CC'], goEnv()).stdout.trim();
const library = capture(compiler, ['-print-file-name=libasan.so'], process.env).stdout.trim();

let passed = 0;
for (const child of ['terminate', 'worker-only', 'outstanding', 'two-instances', 'buffers', 'exit-in-flight']) {
  const ended = spawnSync(process.execPath, [join(root, 'test', 'lifecycle', 'children', `${child}.cjs`)], {
    encoding: 'utf8',
    timeout: 300_000,
    env: {
      ...process.env,
      LD_PRELOAD: library,
      ASAN_OPTIONS: 'detect_leaks=0', // V8 does not free everything at exit
      TIDEMARK_BINARY_PATH: join(root, 'build', 'tidemark.asan.node'),
    },
  });
  const code = child === 'exit-in-flight' ? 7 : 0;
  if (ended.status !== code || ended.stderr.includes('AddressSanitizer') || !ended.stdout.endsWith('ok\n')) {
    console.error(`FAILED  ${child}: ${ended.status ?? ended.signal}\n${ended.stdout}${ended.stderr}`);
    process.exit(1);
  }
  console.log(`ok  ${child}`);
  passed++;
}
console.log(`AddressSanitizer: ${passed} passed, 0 failed`);
