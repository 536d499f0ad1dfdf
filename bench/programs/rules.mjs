// A page of links, of which each is written by a function of the caller's, and so are elements around it: how long it takes, and how long
// one turn of the event loop.
import { setImmediate as nextTurn } from 'node:timers/promises';

const count = 10_000;
const rules = [
  { tag: 'a', write: (content, node) => `[${content}](${node.getAttribute('href')})` },
  { tag: 'em', write: (content) => `_${content}_` },
  { tag: 'div', write: (content) => `> ${content}` },
];

const item = (i) => `<div><p>x <em>deep <a href="/page/${i}?a=1&amp;b=2">link <b>number</b> ${i}</a></em></p></div>`;

export default async function ({ withRules, tidemark }) {
  if (withRules === undefined) return () => null;
  const html = Array.from({ length: count }, (_, i) => item(i)).join('');

  return async ({ levels, way }) => {
    let calls = 0;
    const counted = rules.slice(0, levels).map(({ tag, write }) => ({
      tag,
      write: (...told) => {
        calls++;
        return way === 'late' ? Promise.resolve(write(...told)) : write(...told);
      },
    }));
    const run = withRules(levels === 0 ? [] : counted)[way === 'sync' ? 'convertSync' : 'convert'];
    if (run === undefined) return null;
    const before = tidemark?.stats().completed ?? 0;
    const watch = watchTurns();
    const started = performance.now();
    await run(html);
    const milliseconds = performance.now() - started;
    return { milliseconds, longest: await watch(), calls, crossings: (tidemark?.stats().completed ?? 0) - before };
  };
}

/** Returns a function that resolves with the milliseconds of the longest turn of the event loop since. */
function watchTurns() {
  let last = performance.now();
  let longest = 0;
  let watching = true;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  return async () => {
    await nextTurn();
    look();
    watching = false;
    return longest;
  };
}
