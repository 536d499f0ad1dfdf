// Calls with a small document, in one of three ways.
import { threadTime } from '../lib/thread-time.mjs';

const batch = 1000;
const betweenLooks = 100;

export default async function ({ convert, convertSync, prepare = (html) => html }, { documents }) {
  const given = Object.fromEntries(Object.entries(documents).map(([name, html]) => [name, prepare(html)]));
  const ways = {
    sync: convertSync && { calls: betweenLooks, run: (html) => times(betweenLooks, () => convertSync(html)) },
    serial: convert && {
      calls: betweenLooks,
      run: async (html) => {
        for (let i = 0; i < betweenLooks; i++) await convert(html);
      },
    },
    batches: convert && {
      calls: batch,
      run: (html) => Promise.all(Array.from({ length: batch }, () => convert(html))),
    },
  };

  return async ({ document, way, milliseconds }) => {
    if (ways[way] === undefined) return null;
    const { calls: step, run } = ways[way];
    const started = performance.now();
    const own = threadTime();
    let calls = 0;
    let elapsed = 0;
    do {
      await run(given[document]);
      calls += step;
      elapsed = performance.now() - started;
    } while (elapsed < milliseconds);
    return { calls, milliseconds: elapsed, thread: own === undefined ? undefined : threadTime() - own };
  };
}

function times(count, act) {
  for (let i = 0; i < count; i++) act();
}
