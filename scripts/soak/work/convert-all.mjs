// Iterations over long sources, with faults in them, which are read to the end, left, or aborted.
import assert from 'node:assert/strict';

export default async function convertAll({ tidemark, random, document, wait, call, check }) {
  const pages = [];
  async function* source() {
    for (let i = random.spread(1, 300); i > 0; i--) {
      const page = random.chance(0.02) ? { html: 5 } : document(30_000);
      pages.push(page);
      if (random.chance(0.05)) await wait(random.below(3));
      yield page.html;
    }
  }
  const controller = new AbortController();
  const { signal } = controller;
  const outcomes = tidemark.convertAll(source(), {
    encoding: 'utf-8',
    concurrency: random.spread(1, 50),
    errors: 'settle',
    signal,
    timeout: 60_000,
  });
  const last = random.spread(1, 1000);
  const aborts = random.chance(0.5);
  let i = 0;
  for (;;) {
    if (i === last && !aborts) return outcomes.return();
    if (i === last) controller.abort();
    // An iteration that was aborted rejects once, and is over.
    const next = await call(() => outcomes.next()).catch((error) => error);
    if (next === signal.reason) return assert.ok((await outcomes.next()).done);
    assert.ok(!(next instanceof Error), next);
    if (next.done) return;
    const { html, ...page } = pages[i++];
    const { value, reason } = next.value;
    if (html === 5) assert.equal(reason?.code, 'ERR_INVALID_ARG');
    else if (reason === undefined) check(page, value);
    else throw reason;
  }
}
