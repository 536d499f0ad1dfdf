// What converting the pages of a folder takes with Turndown, and with the same class of this package: in all, and of the event loop.
//
//   node bench/turndown/time.mjs [--pages FOLDER] [--rounds 5]
//
// Each takes its turn in each round. The first round is a warm-up. The loop is held for as long as nothing else is done in it: at most by
// one page, and by all of them in all.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { pages, usualPages, withoutScripts } from './documents.mjs';
import { Ours, setups, Turndown } from './services.mjs';

const { values } = parseArgs({
  options: { pages: { type: 'string', default: usualPages }, rounds: { type: 'string', default: '5' } },
});
const documents = Array.from(pages(values.pages), ({ html }) => withoutScripts(html));
const ways = {
  'turndown 7': (setup, html) => setup(Turndown).turndown(html),
  'tidemark, turndown()': (setup, html) => setup(Ours).turndown(html),
  'tidemark, turndownAsync()': (setup, html) => setup(Ours).turndownAsync(html),
};

/** Converts all documents, the next when the one before is done. */
async function run(way, setup) {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const before = performance.eventLoopUtilization();
  const began = performance.now();
  delays.enable();
  for (const html of documents) {
    try {
      await way(setup, html);
    } catch {
      // A plugin may fail at a page. It does so in all ways.
    }
    await new Promise(setImmediate);
  }
  delays.disable();
  const { active } = performance.eventLoopUtilization(before);
  return { time: performance.now() - began, held: active, longest: delays.max / 1e6 };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const shown = (number) => number.toFixed(number < 10 ? 1 : 0).padStart(7);
console.log(
  `${documents.length} pages, ${(documents.join('').length / 1e6).toFixed(1)} MB; milliseconds: in all, loop held in all, loop held longest`,
);
for (const name of ['defaults', 'turndown-plugin-gfm', '@joplin/turndown-plugin-gfm', 'two rules']) {
  const results = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const [way, convert] of Object.entries(ways)) {
      const result = await run(convert, setups[name]);
      if (round > 0) results[way].push(result);
    }
  }
  for (const [way, rounds] of Object.entries(results)) {
    const [time, held, longest] = ['time', 'held', 'longest'].map((what) => median(rounds.map((one) => one[what])));
    console.log(`${name.padEnd(28)} ${way.padEnd(26)} ${shown(time)} ${shown(held)} ${shown(longest)}`);
  }
}
