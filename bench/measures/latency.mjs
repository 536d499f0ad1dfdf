// A small document while large ones are converted.
import { logarithmic } from '../lib/axis.mjs';
import { inTurn } from '../lib/rounds.mjs';
import { documents } from '../lib/small-documents.mjs';
import { median } from '../lib/stats.mjs';
import { failures, table, withSpread } from '../lib/table.mjs';

const drivers = ['tidemark', 'mdream-piscina', 'mdream', 'xberg', 'turndown'];
const tooSlowToBeQuick = ['xberg', 'turndown'];
const large = { count: 8, bytes: 10e6 };

export default { name: 'latency', title: 'A small document among large ones', drivers, run, report, figures };

const columns = [
  { key: 'median', title: 'median, ms', better: 'lower' },
  { key: 'p99', title: 'p99, ms', better: 'lower' },
  { key: 'max', title: 'longest, ms', better: 'lower' },
  { key: 'seconds', title: 'the large ones, s', better: 'lower' },
];

async function run(ctx) {
  const chosen = ctx.drivers.filter(({ name }) => !ctx.quick || !tooSlowToBeQuick.includes(name));
  const contenders = await inTurn(
    { ...ctx, drivers: chosen },
    {
      program: 'latency',
      setup: { file: ctx.pages.headline[0].file, large, small: documents['2 KB'] },
      questions: [{ name: 'mixed', params: {} }],
      rounds: ctx.quick ? 3 : 7,
      budget: ctx.quick ? 5000 : 60_000,
      timeout: 300_000,
    },
  );
  return {
    page: ctx.pages.headline[0].name,
    left: ctx.drivers.filter((driver) => !chosen.includes(driver)).map(({ label }) => label),
    contenders: contenders.map(({ answers, ...contender }) => ({
      ...contender,
      rounds: (answers.mixed ?? []).map((answer) => ({ ...answer, seconds: answer.milliseconds / 1000 })),
    })),
  };
}

const samples = ({ rounds }, key) => rounds.map((round) => round[key]);

function figures({ contenders }) {
  return contenders.flatMap((contender) =>
    columns.map(({ key, title, better }) => ({
      driver: contender.label,
      figure: title,
      better,
      samples: samples(contender, key),
    })),
  );
}

function report({ page, left, contenders }) {
  const rows = contenders.map((contender) => [
    contender.label,
    ...columns.map(({ key }) => withSpread(samples(contender, key))),
  ]);
  return {
    markdown: `Every 7 ms a document of 2 KB is asked for, while ${large.count} documents of ${large.bytes / 1e6} MB (${page}, again and again) are converted. The time of
each runs from when it was due, so what the event loop holds up counts. Lower is better: medians over the rounds, the
range in brackets. tidemark and piscina have all of the large documents at once; a synchronous converter takes them one after the
other and serves in between what has become due.${left.length === 0 ? '' : ` Left out of a quick run because they take long: ${left.join(', ')}.`}

${table(['', ...columns.map(({ title }) => title)], rows)}${failures(contenders)}`,
    plots: [{ file: 'latency.svg', spec: plot(contenders.filter(({ rounds }) => rounds.length > 0)) }],
  };
}

function plot(contenders) {
  const values = contenders.flatMap((contender) =>
    columns.slice(0, 3).map(({ key, title }) => ({
      contender: contender.label,
      which: title.replace(', ms', ''),
      wait: median(samples(contender, key)),
    })),
  );
  const y = { field: 'contender', type: 'nominal', title: null, sort: contenders.map(({ label }) => label) };
  const x = logarithmic('wait', 'milliseconds from due to done');
  const which = { field: 'which', type: 'nominal', title: null, sort: ['median', 'p99', 'longest'] };
  return {
    title: `2 KB while ${large.count} documents of ${large.bytes / 1e6} MB are converted`,
    width: 520,
    height: { step: 34 },
    data: { values },
    encoding: { y },
    layer: [
      { mark: { type: 'line', color: '#8c959f', strokeWidth: 2 }, encoding: { x, detail: { field: 'contender' } } },
      { mark: 'point', encoding: { x, color: which, shape: which } },
    ],
  };
}
