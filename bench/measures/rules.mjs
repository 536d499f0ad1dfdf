// Rules that are functions of the caller's.
import { inTurn } from '../lib/rounds.mjs';
import { failures, table, withSpread } from '../lib/table.mjs';

const drivers = ['tidemark', 'turndown'];

export default { name: 'rules', title: 'Rules of one’s own', drivers, run, report, figures };

const questions = [
  { name: 'no rule, await', levels: 0, way: 'await' },
  { name: '10,000 elements, await', levels: 1, way: 'await' },
  { name: '10,000 elements, promises', levels: 1, way: 'late' },
  { name: '30,000 in three levels, await', levels: 3, way: 'await' },
  { name: '10,000 elements, sync', levels: 1, way: 'sync' },
  { name: '30,000 in three levels, sync', levels: 3, way: 'sync' },
];

function run(ctx) {
  return inTurn(ctx, {
    program: 'rules',
    questions: questions.map(({ name, ...params }) => ({ name, params })),
    rounds: ctx.quick ? 3 : 9,
    budget: 20_000,
    timeout: 120_000,
  });
}

const columns = [
  { key: 'milliseconds', title: 'ms' },
  { key: 'longest', title: 'longest turn of the event loop, ms' },
];

function figures(contenders) {
  return contenders.flatMap(({ label, answers }) =>
    Object.entries(answers).flatMap(([name, rounds]) =>
      columns.map(({ key, title }) => ({
        driver: label,
        figure: `${name}: ${title}`,
        better: 'lower',
        samples: rounds.map((round) => round[key]),
      })),
    ),
  );
}

function report(contenders) {
  const rows = contenders.flatMap(({ label, answers }) =>
    Object.entries(answers).map(([name, rounds]) => [
      `${label}: ${name}`,
      ...columns.map(({ key }) => withSpread(rounds.map((round) => round[key]))),
      rounds[0].calls.toLocaleString('en'),
      rounds[0].crossings || '–',
    ]),
  );
  return {
    markdown: `A page of 10,000 links, each in emphasis in a box, of which functions of the caller's write some. Lower is better: medians over the rounds, the
range in brackets. Messages are those between JavaScript and the workers: the document, and the answers for each level of nesting.

${table(['', ...columns.map(({ title }) => title), 'functions called', 'messages'], rows)}${failures(contenders)}`,
    plots: [],
  };
}
