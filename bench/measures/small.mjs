// Small documents: what a call costs.
import { logarithmic } from '../lib/axis.mjs';
import { inTurn } from '../lib/rounds.mjs';
import { documents } from '../lib/small-documents.mjs';
import { median } from '../lib/stats.mjs';
import { failures, figure, table, withSpread } from '../lib/table.mjs';

export default { name: 'small', title: 'Small documents', run, report, figures };

const ways = { sync: 'sync', serial: 'await, one at a time', batches: 'await, batches of 1,000' };

const questions = Object.keys(documents).flatMap((document) =>
  Object.entries(ways).map(([way, title]) => ({ name: `${document}, ${title}`, document, way })),
);

async function run(ctx) {
  const milliseconds = ctx.quick ? 60 : 400;
  const contenders = await inTurn(ctx, {
    program: 'small',
    setup: { documents },
    questions: questions.map(({ name, document, way }) => ({ name, params: { document, way, milliseconds } })),
    rounds: ctx.quick ? 3 : 7,
    budget: 20_000,
    timeout: 60_000,
  });
  return contenders.map(({ answers, ...contender }) => {
    const rates = Object.entries(answers).map(([name, rounds]) => [name, rounds.map(callsPerSecond)]);
    return { ...contender, rates: Object.fromEntries(rates) };
  });
}

const callsPerSecond = ({ calls, milliseconds }) => (calls / milliseconds) * 1000;

function figures(contenders) {
  return contenders.flatMap(({ label, rates }) =>
    Object.entries(rates).map(([name, samples]) => ({
      driver: label,
      figure: `${name}, calls/s`,
      better: 'higher',
      samples,
    })),
  );
}

function report(contenders) {
  const tables = Object.keys(documents).map((document) => tableOf(document, contenders));
  return {
    markdown: `Thousands of calls per second with a document of 200 bytes and one of 2 KB, higher is better: medians over the rounds, the
range in brackets. A dash is a way that a converter does not offer; \`await\` on a synchronous one is its synchronous figure and
holds the event loop all the same.

${tables.join('\n\n')}

${costs(contenders)}${failures(contenders)}`,
    plots: [{ file: 'small.svg', spec: plot(contenders) }],
  };
}

function tableOf(document, contenders) {
  const rows = contenders.map(({ label, rates }) => [
    label,
    ...Object.values(ways).map((title) => withSpread(rates[`${document}, ${title}`]?.map((rate) => rate / 1000))),
  ]);
  return table([`${document}: 1,000 calls/s`, ...Object.values(ways)], rows);
}

/** The same in time per call, for the first contender, who offers all of the ways. */
function costs([{ label, rates }]) {
  if (Object.keys(rates).length === 0) return '';
  const times = Object.entries(rates).map(([name, samples]) => `${name}: ${figure(1e6 / median(samples))} µs`);
  return `Time per call of ${label}: ${times.join('; ')}. What \`await\` takes one at a time beyond a synchronous call is mostly the event loop
going to sleep and being woken.`;
}

function plot(contenders) {
  const values = contenders.flatMap(({ label, rates }) =>
    questions
      .filter(({ name }) => rates[name] !== undefined)
      .map(({ name, document, way }) => ({ contender: label, document, way: ways[way], rate: median(rates[name]) })),
  );
  return {
    title: 'Small documents: calls per second',
    data: { values },
    facet: { column: { field: 'document', type: 'nominal', title: null, sort: Object.keys(documents) } },
    spec: {
      width: 280,
      height: { step: 30 },
      mark: 'point',
      encoding: {
        x: logarithmic('rate', 'calls per second'),
        y: { field: 'contender', type: 'nominal', title: null, sort: contenders.map(({ label }) => label) },
        color: { field: 'way', type: 'nominal', title: null, sort: Object.values(ways) },
        shape: { field: 'way', type: 'nominal', title: null, sort: Object.values(ways) },
      },
    },
  };
}
