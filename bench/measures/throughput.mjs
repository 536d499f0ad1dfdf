// One thread, long articles.
import { logarithmic } from '../lib/axis.mjs';
import { inTurn } from '../lib/rounds.mjs';
import { geometricMean, median } from '../lib/stats.mjs';
import { failures, figure, table, timesAsFast, withSpread } from '../lib/table.mjs';

const drivers = [
  'tidemark',
  'tidemark-bytes',
  'mdream',
  'mdream-bytes',
  'xberg',
  'kreuzberg',
  'turndown',
  'rehype-remark',
  'node-html-markdown',
];

export default { name: 'throughput', title: 'One thread, long articles', drivers, run, report, figures };

async function run(ctx) {
  const pages = ctx.pages.headline;
  const milliseconds = ctx.quick ? 80 : 500;
  const contenders = await inTurn(ctx, {
    program: 'throughput',
    setup: { files: pages.map(({ file }) => file) },
    questions: pages.map(({ name }, page) => ({ name, params: { page, milliseconds } })),
    rounds: ctx.quick ? 3 : 7,
    budget: ctx.quick ? 700 : 20_000,
    timeout: 120_000,
  });
  return {
    pages: pages.map(({ name, bytes }) => ({ name, bytes })),
    contenders: contenders.map(({ answers, ...contender }) => ({ ...contender, speeds: speedsOf(pages, answers) })),
  };
}

/** MB/s by page, one for each round. */
function speedsOf(pages, answers) {
  const speed = (bytes) => (answer) => (bytes * answer.calls) / answer.milliseconds / 1000;
  return Object.fromEntries(pages.map(({ name, bytes }) => [name, (answers[name] ?? []).map(speed(bytes))]));
}

/** The geometric mean over the pages, of each round that has all of them. */
function means({ speeds }) {
  const pages = Object.values(speeds);
  const rounds = Math.min(...pages.map((samples) => samples.length));
  return Array.from({ length: rounds }, (_, round) => geometricMean(pages.map((samples) => samples[round])));
}

function mean(contender) {
  return geometricMean(Object.values(contender.speeds).map(median));
}

function figures({ contenders }) {
  return contenders.map((contender) => ({
    driver: contender.label,
    figure: 'geometric mean, MB/s',
    better: 'higher',
    samples: means(contender),
  }));
}

function report({ pages, contenders }) {
  const whole = contenders.filter(({ failed }) => failed === undefined);
  const head = ['MB/s', ...pages.map(({ name }) => name), 'geometric mean', 'tidemark is … times as fast'];
  const rows = contenders.map((contender) => [
    contender.label,
    ...pages.map(({ name }) => withSpread(contender.speeds[name])),
    ...(contender.failed ? ['failed', '–'] : [figure(mean(contender)), timesAsFast(whole, contender, means)]),
  ]);
  return {
    markdown: `One document at a time on one thread, as often as the time allows: megabytes (10⁶ bytes) of HTML per second, higher is
better. Each figure is the median over the rounds, in brackets the slowest and the fastest. tidemark by \`convertSync\`, from
strings to strings and from bytes to bytes: the engine is that of \`await convert\`. The last column compares the geometric means,
round by round, with that of tidemark in the same form, strings or bytes.

${table(head, rows)}${failures(contenders)}`,
    plots: [{ file: 'throughput.svg', spec: plot(pages, whole) }],
  };
}

function plot(pages, contenders) {
  const order = contenders.map(({ label }) => label);
  const y = { field: 'contender', type: 'nominal', title: null, sort: order };
  const speed = logarithmic('speed', 'MB of HTML per second');
  const points = contenders.flatMap(({ label, speeds }) =>
    pages.map(({ name }) => ({ contender: label, page: name, speed: median(speeds[name]) })),
  );
  const middle = contenders.map((contender) => {
    const speed_ = mean(contender);
    return { contender: contender.label, speed: speed_, text: figure(speed_) };
  });
  return {
    title: 'One thread, long articles: each page, and their geometric mean',
    width: 520,
    height: { step: 34 },
    layer: [
      {
        data: { values: points },
        mark: 'point',
        encoding: { x: speed, y, color: { field: 'page', type: 'nominal', title: 'page', sort: null } },
      },
      {
        data: { values: middle },
        mark: { type: 'tick', thickness: 3, size: 22 },
        encoding: { x: speed, y },
      },
      {
        data: { values: middle },
        mark: { type: 'text', dy: -16 },
        encoding: { x: speed, y, text: { field: 'text' } },
      },
    ],
  };
}
