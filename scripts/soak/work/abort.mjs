// Calls that share a signal, which is aborted before, while or after they are carried out, or never.
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';

export default async function abort({ tidemark, random, document, wait, call, check }) {
  const controller = new AbortController();
  const { signal } = controller;
  const calls = Array.from({ length: random.spread(1, 200) }, async () => {
    const { html, ...page } = document(random.chance(0.02) ? 4_000_000 : 50_000);
    try {
      check(page, await call(() => tidemark.convert(html, { ...page.options, signal })));
    } catch (error) {
      if (!signal.aborted || error !== signal.reason) throw error;
    }
  });
  if (random.chance(0.7)) {
    await wait(random.spread(1, 50) - 1);
    controller.abort();
  }
  await Promise.all(calls);
  assert.equal(getEventListeners(signal, 'abort').length, 0, 'a listener is left on a signal');
}
