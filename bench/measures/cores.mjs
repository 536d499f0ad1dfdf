// All cores at once, and what is left of the event loop.
import { inTurn } from '../lib/rounds.mjs';
import { median } from '../lib/stats.mjs';
import { failures, figure, table, timesAsFast, withSpread } from '../lib/table.mjs';

const drivers = ['tidemark', 'tidemark-bytes', 'mdream', 'mdream-bytes', 'mdream-piscina', 'mdream-piscina-bytes'];

export default { name: 'cores', title: 'All cores, and the event loop', drivers, run, report, figures };

const columns = [
  { key: 'speed', title: 'MB/s', better: 'higher' },
  { key: 'busy', title: 'loop busy, %', better: 'lower' },
  { key: 'loop', title: 'loop, ms/MB', better: 'lower' },
  { key: 'thread', title: 'its processor time, ms/MB', better: 'lower' },
  { key: 'p99', title: 'loop delay p99, ms', better: 'lower' },
  { key: 'max', title: 'longest loop delay, ms', better: 'lower' },
  { key: 'cpu', title: 'process CPU, ms/MB', better: 'lower' },
];

async function run(ctx) {
  const contenders = await inTurn(ctx, {
    program: 'cores',
    setup: { files: ctx.pages.headline.map(({ file }) => file) },
    questions: [{ name: 'all pages', params: { milliseconds: ctx.quick ? 1000 : 4000 } }],
    rounds: ctx.quick ? 3 : 7,
    budget: 60_000,
    timeout: 60_000,
  });
  return contenders.map(({ answers, ...contender }) => ({
    ...contender,
    rounds: (answers['all pages'] ?? []).map(figuresOf),
  }));
}

function figuresOf({ bytes, milliseconds, watched, active, utilization, threadCpu, delay, cpu }) {
  const volume = watched / 1e6;
  return {
    speed: bytes / 1000 / milliseconds,
    busy: utilization * 100,
    loop: active / volume,
    thread: threadCpu === undefined ? null : threadCpu / volume,
    p99: delay.p99,
    max: delay.max,
    cpu: cpu / volume,
  };
}

const samples = ({ rounds }, key) => rounds.map((round) => round[key]).filter((value) => value !== null);

function figures(contenders) {
  return contenders.flatMap((contender) =>
    columns.map(({ key, title, better }) => ({
      driver: contender.label,
      figure: title,
      better,
      samples: samples(contender, key),
    })),
  );
}

function report(contenders) {
  const rows = contenders.map((contender) => [
    contender.label,
    ...columns.map(({ key }) => withSpread(samples(contender, key))),
    timesAsFast(contenders, contender, (one) => samples(one, 'speed')),
  ]);
  return {
    markdown: `The same articles round and round, with four calls in flight for each core; mdream alone is synchronous and converts one
after the other, and the event loop turns in between. Higher is better for MB/s, lower for all else. *Loop, ms/MB* is the
time for which the event loop was busy (\`performance.eventLoopUtilization\`) for each MB of HTML, *its processor time* the
part of that in which its thread had a processor; in the rest, other threads had it. Loop delay is that of
\`perf_hooks.monitorEventLoopDelay\`, whose timer is due every millisecond: an idle loop shows about 1 ms. Since that
timer keeps the loop busy, too, what the loop and the process take is measured in the first half of each round, and the delay
in the second. Process CPU is of all threads. The last column is how many times as fast tidemark is with documents in that form, round by
round. Medians over the rounds, the range in brackets.

${table(['', ...columns.map(({ title }) => title), 'tidemark is … times as fast'], rows)}${failures(contenders)}`,
    plots: [{ file: 'cores.svg', spec: plot(contenders.filter(({ rounds }) => rounds.length > 0)) }],
  };
}

function plot(contenders) {
  const panel = (key, title) => ({
    width: 190,
    height: { step: 34 },
    data: {
      values: contenders.map((contender) => {
        const value = median(samples(contender, key));
        return { contender: contender.label, value, text: figure(value) };
      }),
    },
    encoding: {
      x: { field: 'value', type: 'quantitative', title },
      y: { field: 'contender', type: 'nominal', title: null, sort: null, axis: key === 'speed' ? {} : null },
    },
    layer: [
      { mark: 'bar', encoding: { color: { field: 'contender', type: 'nominal', legend: null, sort: null } } },
      { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'text' } } },
    ],
  });
  return {
    title: 'All cores: throughput, and what the event loop bears',
    hconcat: [
      panel('speed', 'MB of HTML per second'),
      panel('loop', 'event loop busy, ms per MB'),
      panel('max', 'longest loop delay, ms'),
    ],
  };
}
