// What becomes of tidemark when much is asked of it.
import { join } from 'node:path';
import { start } from '../lib/contender.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { figure, table } from '../lib/table.mjs';

export default { name: 'load', title: 'Aborts, floods and threads', drivers: ['tidemark'], run, report, figures };

async function run({ drivers, quick, say }) {
  const questions = {
    abort: { times: quick ? 8 : 40 },
    calls: { count: quick ? 100_000 : 1_000_000 },
    large: { bytes: quick ? 100e6 : 500e6 },
    threads: { count: quick ? 20 : 200 },
    synchronous: { times: quick ? 1000 : 5000 },
  };
  const answers = [];
  for (const { name, label, root } of drivers) {
    const all = {};
    for (const [question, params] of Object.entries(questions)) {
      say(`${label}, ${question}`);
      // Each in a process of its own: what one leaves behind must not be another's.
      const setup = { moduleFile: join(root, 'dist', 'index.js') };
      const contender = await start(name, 'load', { root, setup, nodeArgs: ['--expose-gc'] });
      try {
        all[question] = await contender.ask({ question, ...params }, { timeout: 300_000 });
      } finally {
        await contender.stop();
      }
    }
    answers.push({ label, ...all });
  }
  return answers;
}

function figures(answers) {
  return answers.flatMap(({ label, abort }) =>
    Object.entries(abort).map(([kind, samples]) => ({
      driver: label,
      figure: `abort, ${kind}, ms`,
      better: 'lower',
      samples,
    })),
  );
}

const whole = (n) => n.toLocaleString('en');

function synchronousRows({ idlePool, fullPool }) {
  const row = (name, samples) => [
    name,
    ...[median(samples), quantile(samples, 0.99), Math.max(...samples)].map((n) => figure(n)),
  ];
  return [
    row('main thread, idle pool', idlePool.main),
    row('main thread, busy pool', fullPool.main),
    row('another thread, idle pool', idlePool.worker),
    row('another thread, busy pool', fullPool.worker),
  ];
}

function report([{ abort, calls, large, threads, synchronous }]) {
  const rows = Object.entries(abort).map(([kind, samples]) => [
    kind,
    String(samples.length),
    ...(samples.length === 0
      ? ['–', '–', '–']
      : [median(samples), quantile(samples, 0.9), Math.max(...samples)].map((n) => figure(n))),
  ]);
  const markdown = `An abort, in documents of 10 to 20 MB, given as bytes: milliseconds from \`abort()\` to the moment at which the
worker has stopped and all memory of the call is free. (The promise rejects at once.) Aborts that came when the conversion was over
are not counted.

${table(['', 'aborts', 'median, ms', 'p90, ms', 'longest, ms'], rows)}

- ${whole(calls.count)} calls at once, each with a document of its own: ${figure(calls.milliseconds / 1000)} s, ${whole(calls.right)} of them right, ${figure(calls.grown / 1e6)} MB resident at the most beyond what there was before.
- One document of ${whole(large.bytes / 1e6)} MB: ${figure(large.milliseconds / 1000)} s, ${whole(large.characters)} characters of Markdown, ${figure(large.grown / large.bytes)} times its size in memory beyond itself.
- ${whole(threads.count)} threads, four at a time, each terminated with eight conversions in flight: ${figure(threads.milliseconds / 1000)} s, and ${threads.left} environments and ${threads.nativeBytes} native bytes left.

\`convertSync\` of ${whole(synchronous.bytes)} bytes, ${whole(synchronous.times)} times each, while the pool has nothing to do and while eight documents
of 10 MB keep every worker busy:

${table(['', 'median, ms', 'p99, ms', 'longest, ms'], synchronousRows(synchronous))}`;
  return { markdown, plots: [] };
}
