import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, test } from '@jest/globals';
import { convert, stats } from 'tidemark';
import { holdUntil } from '../support/pool';

// A call is handed over at once, but workers that sleep are woken for few and short documents only when the code that called has
// run. These tests hold the event loop until the documents are taken: nothing else can wake a worker meanwhile.
const untilTaken = () => holdUntil(() => stats().queued === 0);

// Workers look for more work for some microseconds before they sleep.
beforeEach(() => setTimeout(20));

test('a short document is begun when the code that called has run', async () => {
  const markdown = convert('ebb');
  await null;
  untilTaken();
  expect(await markdown).toBe('ebb');
});

test('a call after an await is one of its own', async () => {
  await null;
  for (const html of ['ebb', 'flow']) {
    const markdown = convert(html);
    await null;
    untilTaken();
    expect(await markdown).toBe(html);
    await setTimeout(20);
  }
});

test('of many short documents the first are begun while the code that called runs on', async () => {
  const calls = Array.from({ length: 1000 }, (_, i) => convert(`${i}`));
  holdUntil(() => stats().queued <= 100);
  expect((await Promise.all(calls)).at(-1)).toBe('999');
});

test('a longer document is begun while the code that called runs on', async () => {
  const markdown = convert('x'.repeat(10_000));
  untilTaken();
  expect(await markdown).toHaveLength(10_000);
});
