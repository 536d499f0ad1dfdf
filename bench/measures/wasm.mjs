// WebAssembly, beside the addon and what else runs in a browser.
import { inTurn } from '../lib/rounds.mjs';
import { geometricMean } from '../lib/stats.mjs';
import { failures, table, withSpread } from '../lib/table.mjs';

const drivers = ['tidemark-wasm', 'tidemark', 'mdream-wasm', 'turndown'];
const own = 'tidemark, WebAssembly';

export default { name: 'wasm', title: 'WebAssembly', drivers, run, report, figures };

async function run(ctx) {
  const pages = ctx.pages.headline;
  // V8 compiles a module anew while it runs: the warm-up takes some seconds.
  const milliseconds = ctx.quick ? 500 : 1000;
  const contenders = await inTurn(ctx, {
    program: 'throughput',
    setup: { files: pages.map(({ file }) => file) },
    questions: pages.map(({ name }, page) => ({ name, params: { page, milliseconds } })),
    rounds: ctx.quick ? 3 : 7,
    budget: ctx.quick ? 3000 : 20_000,
    timeout: 120_000,
  });
  return contenders.map(({ answers, ...contender }) => ({ ...contender, speeds: speeds(pages, answers) }));
}

/** MB/s, the geometric mean over the pages, of each round that has all of them. */
function speeds(pages, answers) {
  const rounds = Math.min(...pages.map(({ name }) => answers[name]?.length ?? 0));
  const speed = ({ name, bytes }, round) => {
    const { calls, milliseconds } = answers[name][round];
    return (bytes * calls) / milliseconds / 1000;
  };
  return Array.from({ length: rounds }, (_, round) => geometricMean(pages.map((page) => speed(page, round))));
}

function figures(contenders) {
  return contenders.map((contender) => ({
    driver: contender.label,
    figure: 'geometric mean, MB/s',
    better: 'higher',
    samples: contender.speeds,
  }));
}

function report(contenders) {
  const mine = contenders.find(({ label }) => label === own)?.speeds ?? [];
  const rows = contenders.map(({ label, speeds: samples }) => [
    label,
    withSpread(samples),
    label === own ? '1' : withSpread(samples.slice(0, mine.length).map((speed, round) => mine[round] / speed)),
  ]);
  return {
    markdown: `What runs where there is no addon for the platform, and in browsers, here by Node.js: the same articles from strings to strings on one thread, megabytes
(10⁶ bytes) of HTML per second, the geometric mean over the articles, and medians over the rounds. The last column compares it round by round.

${table(['', 'MB/s', 'tidemark as WebAssembly is … times as fast'], rows)}${failures(contenders)}`,
    plots: [],
  };
}
