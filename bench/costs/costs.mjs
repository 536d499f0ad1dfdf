// What a call costs apart from the conversion. See ../README.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const require = createRequire(join(root, 'package.json'));

// The build with test hooks is the product's but for a look at the document's first bytes: one document is a job that does
// nothing, so that the price of the call is seen without that of the conversion.
process.env.TIDEMARK_BINARY_PATH = join(root, 'build', 'tidemark.testhooks.node');
const { convert, convertSync } = require('tidemark');
const noWork = '<!--tidemark:nothing-->';

function asyncWork() {
  const { include_dir } = require('node-api-headers');
  const file = join(root, 'build', 'bench', 'async_work.node');
  mkdirSync(dirname(file), { recursive: true });
  const flags = process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : [];
  execFileSync(process.env.CC ?? 'cc', [
    '-O2',
    '-shared',
    '-fPIC',
    `-I${include_dir}`,
    ...flags,
    '-o',
    file,
    join(here, 'async_work.c'),
  ]);
  return require(file).work;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Runs the contenders in turn for some rounds and returns the median of each, in microseconds per call. */
async function inTurn(rounds, calls, contenders) {
  const times = contenders.map(() => []);
  for (let round = 0; round < rounds + 2; round++) {
    for (const [i, contender] of contenders.entries()) {
      const started = performance.now();
      await contender(calls);
      if (round >= 2) times[i].push(((performance.now() - started) * 1000) / calls);
    }
  }
  return times.map(median);
}

const batches = (call) => async (calls) => {
  for (let i = 0; i < calls; i += 1000) await Promise.all(Array.from({ length: 1000 }, call));
};
const oneAtATime = (call) => async (calls) => {
  for (let i = 0; i < calls; i++) await call();
};

function print(name, [ours, theirs], rival) {
  const ratio = theirs === undefined ? '' : `   ${rival} ${theirs.toFixed(2)} us   ratio ${(ours / theirs).toFixed(2)}`;
  console.log(`${name.padEnd(44)} ${ours.toFixed(2)} us${ratio}`);
}

const work = asyncWork();
const nothing = () => convert(noWork);
print(
  'promise without work, batches of 1,000',
  await inTurn(15, 100_000, [batches(nothing), batches(work)]),
  'napi_async_work',
);
print(
  'promise without work, one at a time',
  await inTurn(15, 10_000, [oneAtATime(nothing), oneAtATime(work)]),
  'napi_async_work',
);

const sentence = 'The <b>spring</b> tide is higher than the <i>neap</i> tide. ';
const small = `<h1>The tide</h1><p>${sentence.repeat(3)}`;
const synchronous = async (calls) => {
  for (let i = 0; i < calls; i++) convertSync(small);
};
print(
  `convertSync of ${small.length} bytes`,
  await inTurn(15, 20_000, [synchronous, oneAtATime(() => convert(small))]),
  'convert, one at a time',
);

const pages = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
if (pages.length === 0) {
  const module = execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', 'golang.org/x/net'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  pages.push(readFileSync(join(module, 'html/testdata/go1.html'), 'utf8'));
}
const megabytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0) / 1e6;
const repeats = Math.max(1, Math.round(30 / megabytes));
const all = async () => {
  for (let i = 0; i < repeats; i++) await Promise.all(pages.map((page) => convert(page)));
};
await all();
const before = performance.eventLoopUtilization();
const cpuBefore = process.threadCpuUsage?.();
const started = performance.now();
for (let round = 0; round < 3; round++) await all();
const seconds = (performance.now() - started) / 1000;
const { utilization, active } = performance.eventLoopUtilization(before);
const volume = megabytes * repeats * 3;
// The loop counts as active while other threads have its processor; its own time is less.
const { user, system } = process.threadCpuUsage?.(cpuBefore) ?? {};
const cpu = user === undefined ? '' : `, of that ${((user + system) / 1000 / volume).toFixed(3)} ms of processor time`;
console.log(
  `${pages.length} pages, ${volume.toFixed(0)} MB: ${(volume / seconds).toFixed(1)} MB/s; event loop ${(utilization * 100).toFixed(2)} % busy, ${(active / volume).toFixed(3)} ms per MB${cpu}`,
);
