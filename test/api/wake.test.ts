import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, test } from '@jest/globals';
import { convert, stats } from 'tidemark';

// A call is handed over at once, but workers that sleep are woken for few and short documents only when the code that called has
// run. These tests hold the event loop until the documents are taken: nothing else can wake a worker meanwhile.
function waitUntilTaken(): boolean {
  for (const end = performance.now() + 10_000; performance.now() < end; ) if (stats().queued === 0) return true;
  return false;
}

// Workers look for more work for some microseconds before they sleep.
beforeEach(() => setTimeout(20));

test('a short document is begun when the code that called has run', async () => {
  const markdown = convert('ebb');
  await null;
  expect(waitUntilTaken()).toBe(true);
  expect(await markdown).toBe('ebb');
});

test('a call after an await is one of its own', async () => {
  await null;
  for (const html of ['ebb', 'flow']) {
    const markdown = convert(html);
    await null;
    expect(waitUntilTaken()).toBe(true);
    expect(await markdown).toBe(html);
    await setTimeout(20);
  }
});

test('of many short documents the first are begun while the code that called runs on', async () => {
  const calls = Array.from({ length: 1000 }, (_, i) => convert(`${i}`));
  for (const end = performance.now() + 10_000; stats().queued > 100 && performance.now() < end; );
  expect(stats().queued).toBeLessThanOrEqual(100);
  expect((await Promise.all(calls)).at(-1)).toBe('999');
});

test('a longer document is begun while the code that called runs on', async () => {
  const markdown = convert('x'.repeat(10_000));
  expect(waitUntilTaken()).toBe(true);
  expect(await markdown).toHaveLength(10_000);
});
