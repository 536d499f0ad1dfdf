// More calls than the queue takes: those that are refused say so, the others are carried out, and convertAll waits.
import assert from 'node:assert/strict';

// The limits are those of the whole thread: nothing else may run in it.
export const alone = true;

const usual = { maxQueue: 65536, maxQueuedBytes: 2 ** 30, concurrency: 1024 };

export default async function flood({ tidemark, random, document, call, check }) {
  tidemark.configure(
    random.chance(0.5)
      ? { maxQueue: random.spread(1, 50) }
      : { maxQueuedBytes: random.spread(100, 1e6), concurrency: 1 },
  );
  let refused = 0;
  const calls = Array.from({ length: 300 }, async () => {
    const { html, ...page } = document(10_000);
    try {
      check(page, await call(() => tidemark.convert(html, page.options)));
    } catch (error) {
      if (error.code !== 'ERR_QUEUE_FULL') throw error;
      refused++;
    }
  });
  const pages = Array.from({ length: 50 }, () => document(10_000));
  const texts = pages.map(({ text }) => text);
  let i = 0;
  for await (const markdown of tidemark.convertAll(texts)) check(pages[i++], markdown);
  assert.equal(i, pages.length);
  await Promise.all(calls);
  assert.ok(refused < calls.length, 'a flood was refused as a whole');
  tidemark.configure(usual);
}
