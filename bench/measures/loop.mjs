// What a call takes of the event loop's thread, by how documents come and Markdown goes.
import { inTurn } from '../lib/rounds.mjs';
import { failures, table, withSpread } from '../lib/table.mjs';

const ways = {
  strings: 'strings',
  buffers: 'a Buffer to a string',
  bytes: "a Buffer to bytes (`output: 'bytes'`)",
  transfer: "bytes to bytes (`transfer: true, output: 'bytes'`)",
  wake: '`crypto.pbkdf2` that takes as long',
  copy: 'one copy of the document, on the loop',
};
const sizes = { '100 KB': 100_000, '1 MB': 1_000_000 };
const flights = [1, 8];

export default { name: 'loop', title: "The event loop's thread", drivers: ['tidemark'], run: measure, report, figures };

const questions = Object.keys(ways).flatMap((way) =>
  Object.values(sizes).flatMap((size) =>
    flights.map((inFlight) => ({
      name: `${way} ${size} ${inFlight}`,
      params: { way, size, inFlight, volume: 16_000_000 },
    })),
  ),
);

async function measure(ctx) {
  const contenders = await inTurn(ctx, {
    program: 'loop',
    questions,
    rounds: ctx.quick ? 5 : 15,
    budget: 60_000,
    timeout: 60_000,
  });
  const perMegabyte = ({ milliseconds, bytes }) => (milliseconds * 1e6) / bytes;
  return contenders.map(({ answers, ...contender }) => ({
    ...contender,
    times: Object.fromEntries(Object.entries(answers).map(([name, all]) => [name, all.map(perMegabyte)])),
  }));
}

function figures(contenders) {
  return contenders.flatMap(({ label, times }) =>
    Object.entries(times).map(([name, samples]) => ({
      driver: label,
      figure: `${name}, ms/MB`,
      better: 'lower',
      samples,
    })),
  );
}

function report(contenders) {
  const head = ['', ...Object.keys(sizes).flatMap((size) => flights.map((count) => `${size}, ${count} in flight`))];
  const tables = contenders.map(({ times }) =>
    table(
      head,
      Object.entries(ways).map(([way, title]) => [
        title,
        ...Object.values(sizes).flatMap((size) => flights.map((count) => withSpread(times[`${way} ${size} ${count}`]))),
      ]),
    ),
  );
  return {
    markdown: `Milliseconds of processor time of the event loop's thread for each MB of HTML, by the system's account
(\`/proc/self/task/…/schedstat\`): articles, made before the clock runs, with V8's collections and the freeing of what was handed over. The
last two rows are what it cannot be less than without giving results late: a call of Node.js's own thread pool that takes about as long and
moves nothing, which is the price of being woken for each result, and one copy of the document in memory.

${tables.join('\n\n')}${failures(contenders)}`,
    plots: [],
  };
}
