// What a call takes of the event loop's thread, by how documents come and Markdown goes.

import { buildWake } from '../border/build.mjs';
import { inTurn } from '../lib/rounds.mjs';
import { failures, table, withSpread } from '../lib/table.mjs';

const ways = {
  strings: 'strings',
  buffers: 'a Buffer to a string',
  bytes: "a Buffer to bytes (`output: 'bytes'`)",
  transfer: "bytes to bytes (`transfer: true, output: 'bytes'`)",
  woken: 'nothing but being woken',
  wokenStrings: 'the same, and V8 asked for the string and to hold one',
  wokenTransfer: 'the same, and V8 asked to transfer an `ArrayBuffer` and to hold one',
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
  ctx.say('building what only wakes');
  buildWake();
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
last rows are what it cannot be less than without giving results late. They are those of an addon in C (\`bench/border/wake.c\`) whose two threads
are busy for as long as a conversion takes and then wake the loop: for nothing at all; with the string copied out of V8, and one of the length of
the Markdown given to it; with an \`ArrayBuffer\` transferred, and one given. And one copy of the document in memory.

${tables.join('\n\n')}${failures(contenders)}`,
    plots: [],
  };
}
