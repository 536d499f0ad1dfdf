import { afterEach, describe, expect, test } from '@jest/globals';
import { configure, convert, convertAll, stats } from 'tidemark';
import { rejection, restorePool } from '../support/pool';
import { collect, few, Source, turn } from '../support/source';
import { blockPool, held, untilRunning } from './held';

// Jest fails a test that leaves a rejection unhandled, if it lasts long enough to see it.
afterEach(async () => {
  await restorePool();
  await turn();
});

describe('while the queue is full', () => {
  test('it waits, where a call rejects', async () => {
    const block = await blockPool();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    const source = few(20);
    const [one, other] = [collect(convertAll(source)), collect(convertAll(few(20), { concurrency: 3 }))];
    expect(await rejection(convert('flow'))).toMatchObject({ code: 'ERR_QUEUE_FULL' });
    await turn();
    expect(source.reads).toBe(1); // the next is not read before this one is copied
    block.free();
    const expected = Array.from({ length: 20 }, (_, i) => String(i));
    expect(await Promise.all([one, other, waiting])).toEqual([expected, expected, 'ebb']);
  });

  test('an abort ends the wait, and what waited is never converted', async () => {
    const block = await blockPool();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    const { completed } = stats();
    const controller = new AbortController();
    const source = new Source();
    const next = convertAll(source, { signal: controller.signal }).next();
    await turn();
    controller.abort('enough');
    expect(await rejection(next)).toBe('enough');
    block.free();
    await waiting;
    await convert('flow'); // Nothing is before it in the queue.
    expect(stats()).toMatchObject({ queued: 0, running: 0, completed: completed + 2 });
    expect([source.reads, source.closed]).toEqual([1, 1]);
  });

  test('a buffer that is detached meanwhile is an error', async () => {
    const block = await blockPool();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    const html = new TextEncoder().encode('<p>flow').buffer as ArrayBuffer;
    const all = rejection(collect(convertAll([html])));
    await turn();
    structuredClone(html, { transfer: [html] });
    block.free();
    expect(await all).toMatchObject({ code: 'ERR_INVALID_ARG' });
    expect(await waiting).toBe('ebb');
  });

  test('a buffer that the source uses again is not filled before it is copied', async () => {
    const buffer = new Uint8Array(1);
    const source = new Source((i) => (i < 100 ? buffer.fill(0x30 + (i % 10)) : undefined));
    const block = await blockPool();
    configure({ maxQueue: 3 });
    const all = collect(convertAll(source));
    await turn();
    block.free();
    expect(await all).toEqual(Array.from({ length: 100 }, (_, i) => String(i % 10)));
  });
});

test('a timeout is that of one document', async () => {
  configure({ inPlaceBytes: '<p>ebb'.length + 1 }); // so that only what is held needs time
  const inputs = ['<p>ebb', held, held, '<p>flow'];
  const timedOut = { status: 'rejected', reason: { code: 'ERR_TIMEOUT' } };
  expect(await collect(convertAll(inputs, { errors: 'settle', concurrency: 1, timeout: 1 }))).toMatchObject([
    { status: 'fulfilled', value: 'ebb' },
    timedOut,
    timedOut,
    { status: 'fulfilled', value: 'flow' },
  ]);
});

describe('what is in flight is cancelled', () => {
  test('by a break', async () => {
    const { completed } = stats();
    const source = new Source((i) => (i === 0 ? '<p>ebb' : held));
    for await (const _ of convertAll(source, { concurrency: 3 })) break;
    await restorePool();
    expect(stats().completed - completed).toBe(1);
    expect(source.closed).toBe(1);
  });

  test('by an abort', async () => {
    const { cancelled } = stats();
    const controller = new AbortController();
    const next = convertAll(new Source(() => held), { signal: controller.signal, concurrency: 2 }).next();
    await untilRunning();
    controller.abort('enough');
    expect(await rejection(next)).toBe('enough');
    await restorePool();
    expect(stats().cancelled - cancelled).toBe(2);
  });
});
