import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { AsyncConverter, ConvertError, convert, stats } from 'tidemark';
import { rejection, restorePool } from '../support/pool';
import { blockPool, held, largeHeld, untilRunning } from './held';

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

afterEach(restorePool);

describe('an aborted call rejects with the reason of the signal itself', () => {
  test.each<[string, unknown]>([
    ['an error', new Error('enough')],
    ['a string', 'enough'],
    ['undefined, for which the platform puts an AbortError', undefined],
  ])('%s', async (_, reason) => {
    const controller = new AbortController();
    const promise = convert(held, { signal: controller.signal });
    controller.abort(reason);
    const error = await rejection(promise);
    expect(error).toBe(controller.signal.reason);
    expect(listeners(controller.signal)).toBe(0);
  });
});

test('while it waits: it is not done at all', async () => {
  const block = await blockPool();
  const before = stats();
  const controller = new AbortController();
  const waiting = Array.from({ length: 3 }, () => convert('<p>', { signal: controller.signal }));
  expect(listeners(controller.signal)).toBe(1);
  controller.abort();
  const results = await Promise.allSettled(waiting);
  expect(results).toEqual(Array(3).fill({ status: 'rejected', reason: controller.signal.reason }));
  expect(listeners(controller.signal)).toBe(0);
  expect(stats()).toMatchObject({ queued: 0, running: 1, cancelled: before.cancelled + 3 });
  block.free();
});

test('while it runs: the promise is free at once, and the worker soon', async () => {
  const { cancelled } = stats();
  const controller = new AbortController();
  const order: string[] = [];
  const call = convert(held, { signal: controller.signal }).catch(() => order.push('the rejection'));
  await untilRunning();
  const next = setImmediate().then(() => order.push('the next turn'));
  controller.abort();
  await Promise.all([call, next]);
  expect(order).toEqual(['the rejection', 'the next turn']);
  while (stats().running > 0) await setImmediate();
  expect(stats().cancelled).toBe(cancelled + 1);
  expect(await convert('ebb')).toBe('ebb');
});

test('calls share a signal, and one of them ends before the others', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const long = convert(largeHeld, { signal });
  expect(await convert('ebb', { signal })).toBe('ebb');
  expect(listeners(signal)).toBe(1);
  controller.abort();
  expect(await rejection(long)).toBe(signal.reason);
  expect(listeners(signal)).toBe(0);
});

test('ten thousand calls share a signal: it has one listener for all, which is added once', async () => {
  const block = await blockPool();
  const controller = new AbortController();
  const { signal } = controller;
  const add = jest.spyOn(signal, 'addEventListener');
  const remove = jest.spyOn(signal, 'removeEventListener');
  const calls = Array.from({ length: 10_000 }, () => convert('<p>', { signal }));
  expect(listeners(signal)).toBe(1);
  controller.abort('enough');
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason === 'enough')).toBe(true);
  expect([add.mock.calls.length, remove.mock.calls.length, listeners(signal)]).toEqual([1, 1, 0]);
  block.free();
});

test('a signal of another implementation', async () => {
  const target = new EventTarget();
  const signal = Object.assign(target, { aborted: false, reason: 'enough' }) as unknown as AbortSignal;
  const promise = convert(held, { signal });
  target.dispatchEvent(new Event('abort'));
  expect(await rejection(promise)).toBe('enough');
});

describe('timeout', () => {
  test('rejects a call that takes longer', async () => {
    const error = await rejection(convert(held, { timeout: 1 }));
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({ code: 'ERR_TIMEOUT', message: 'The call did not finish within its timeout of 1 ms' });
  });

  test('counts the time that the call waits', async () => {
    const block = await blockPool();
    expect(await rejection(new AsyncConverter().convert('', { timeout: 1 }))).toMatchObject({ code: 'ERR_TIMEOUT' });
    block.free();
  });

  test('takes the listener away', async () => {
    const { signal } = new AbortController();
    await rejection(convert(held, { timeout: 1, signal }));
    expect(listeners(signal)).toBe(0);
  });

  test('of a long text, which is copied over several turns of the event loop', async () => {
    const long = held + 'x'.repeat(3 * 2 ** 20);
    expect(await rejection(convert(long, { timeout: 1 }))).toMatchObject({ code: 'ERR_TIMEOUT' });
  });
});
