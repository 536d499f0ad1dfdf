import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { AsyncConverter, ConvertError, configure, convert, stats } from 'tidemark';
import { nodeModule } from '../support/child';
import { blockPool, longDocument, rejection, restorePool } from '../support/pool';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

afterEach(restorePool);

describe('an aborted call rejects with the reason of the signal itself', () => {
  test.each<[string, unknown]>([
    ['an error', new Error('enough')],
    ['a string', 'enough'],
    ['undefined, for which the platform puts an AbortError', undefined],
  ])('%s', async (_, reason) => {
    const controller = new AbortController();
    const promise = convert(longDocument, { signal: controller.signal });
    controller.abort(reason);
    const error = await rejection(promise);
    expect(error).toBe(controller.signal.reason);
    expect(listeners(controller.signal)).toBe(0);
  });

  test('null', async () => {
    expect(await rejection(convert('', { signal: AbortSignal.abort(null) }))).toBeNull();
  });
});

test('before the call: nothing is submitted, and the arguments are checked first', async () => {
  const before = stats();
  const signal = AbortSignal.abort();
  expect(await rejection(convert('<p>', { signal }))).toBe(signal.reason);
  expect(await rejection(new AsyncConverter().convert('<p>', { signal }))).toBe(signal.reason);
  expect(await rejection(convert(5 as Wrong, { signal }))).toBeInstanceOf(ConvertError);
  const after = stats();
  expect([after.completed, after.failed, after.cancelled]).toEqual([before.completed, before.failed, before.cancelled]);
  expect(listeners(signal)).toBe(0);
});

test('while it waits: it is not done at all', async () => {
  const before = stats();
  const block = blockPool();
  while (stats().running === 0) await new Promise(setImmediate);
  const controller = new AbortController();
  const waiting = Array.from({ length: 3 }, () => convert('<p>', { signal: controller.signal }));
  expect(listeners(controller.signal)).toBe(1);
  controller.abort();
  const results = await Promise.allSettled(waiting);
  expect(results).toEqual(Array(3).fill({ status: 'rejected', reason: controller.signal.reason }));
  expect(listeners(controller.signal)).toBe(0);
  expect(stats().cancelled - before.cancelled).toBeGreaterThanOrEqual(3);
  block.free();
  await block.done;
});

test('while it runs: the promise is free at once, and the worker soon', async () => {
  const controller = new AbortController();
  const promise = convert(longDocument, { signal: controller.signal });
  while (stats().running === 0) await new Promise(setImmediate);
  const started = performance.now();
  controller.abort();
  expect(await rejection(promise)).toBe(controller.signal.reason);
  expect(performance.now() - started).toBeLessThan(50);
  while (stats().running > 0) await new Promise(setImmediate);
  expect(await convert('ebb')).toBe('ebb');
});

test('after it has settled: no listener is left, aborting does nothing', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  expect(await convert('ebb', { signal })).toBe('ebb');
  expect(await rejection(convert('ebb', { signal, hr: 'x' }))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
  expect(listeners(signal)).toBe(0);
  controller.abort();
});

test('calls share a signal, and one of them ends before the others', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const long = convert(longDocument, { signal });
  expect(await convert('ebb', { signal })).toBe('ebb');
  expect(listeners(signal)).toBe(1);
  controller.abort();
  expect(await rejection(long)).toBe(signal.reason);
  expect(listeners(signal)).toBe(0);
});

test('ten thousand calls share a signal: it has one listener for all, which is added once', async () => {
  const block = blockPool();
  while (stats().running === 0) await new Promise(setImmediate);
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
  await block.done;
});

test('a signal of another implementation', async () => {
  const target = new EventTarget();
  const signal = Object.assign(target, { aborted: false, reason: 'enough' }) as unknown as AbortSignal;
  const promise = convert(longDocument, { signal });
  target.dispatchEvent(new Event('abort'));
  expect(await rejection(promise)).toBe('enough');
});

describe('timeout', () => {
  test('rejects a call that takes longer', async () => {
    const started = performance.now();
    const error = await rejection(convert(longDocument, { timeout: 1 }));
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({ code: 'ERR_TIMEOUT', message: 'The call did not finish within its timeout of 1 ms' });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('counts the time that the call waits', async () => {
    const block = blockPool();
    expect(await rejection(new AsyncConverter().convert('', { timeout: 1 }))).toMatchObject({ code: 'ERR_TIMEOUT' });
    block.free();
    await block.done;
  });

  test('leaves other calls alone', async () => {
    expect(await convert('ebb', { timeout: 2 ** 31 - 1 })).toBe('ebb');
    expect(await new AsyncConverter().convert('ebb', { timeout: 10_000, signal: new AbortController().signal })).toBe(
      'ebb',
    );
  });

  test('its timer is cleared when the call ends before it', () => {
    const source = `
      import { createHook } from 'node:async_hooks';
      import { convert } from 'tidemark';
      const timers = new Set();
      let made = 0;
      createHook({
        init: (id, type) => type === 'Timeout' && (made++, timers.add(id)),
        destroy: (id) => timers.delete(id),
      }).enable();
      const controller = new AbortController();
      const call = () => convert('<p>', { timeout: 60_000, signal: controller.signal }).catch(() => {});
      const calls = Array.from({ length: 50 }, call);
      controller.abort();
      await Promise.all(calls);
      await Promise.all(Array.from({ length: 50 }, () => convert('<p>', { timeout: 60_000 })));
      await new Promise(setImmediate);
      console.log(made, timers.size);`;
    expect(nodeModule(source)).toEqual({ status: 0, stderr: '', stdout: '100 0\n' });
  });

  test('takes the listener away', async () => {
    const { signal } = new AbortController();
    await rejection(convert(longDocument, { timeout: 1, signal }));
    expect(listeners(signal)).toBe(0);
  });
});

describe('wrong', () => {
  const range = 'a number of milliseconds above 0 and up to 2147483647';

  test.each<[string, Wrong, string]>([
    ['timeout', 0, `Expected ${range} for options.timeout but received 0 of type number`],
    ['timeout', -1, `Expected ${range} for options.timeout but received -1 of type number`],
    ['timeout', Number.NaN, `Expected ${range} for options.timeout but received NaN of type number`],
    ['timeout', 2 ** 31, `Expected ${range} for options.timeout but received 2147483648 of type number`],
    ['timeout', Number.POSITIVE_INFINITY, `Expected ${range} for options.timeout but received Infinity of type number`],
    ['timeout', '5', `Expected ${range} for options.timeout but received '5' of type string`],
    ['timeout', null, `Expected ${range} for options.timeout but received null of type object`],
    ['signal', 'stop', "Expected an AbortSignal for options.signal but received 'stop' of type string"],
    ['signal', null, 'Expected an AbortSignal for options.signal but received null of type object'],
    [
      'signal',
      { aborted: false },
      'Expected an AbortSignal for options.signal but received { aborted: false } of type object',
    ],
  ])('%s: %p', async (name, value, message) => {
    expect(await rejection(convert('', { [name]: value }))).toMatchObject({ code: 'ERR_INVALID_OPTION', message });
    expect(await rejection(new AsyncConverter().convert('', { [name]: value }))).toMatchObject({
      code: 'ERR_INVALID_OPTION',
      message: message.replace('options.', 'call.'),
    });
  });

  test('a controller in place of its signal', async () => {
    expect(await rejection(convert('', { signal: new AbortController() as Wrong }))).toMatchObject({
      code: 'ERR_INVALID_OPTION',
    });
  });
});

// A signal of another library may run code of its caller when its watch ends, in the middle of a batch of outcomes.
test('calls made while a batch settles do not get the outcomes of those that are aborted then', async () => {
  const controller = new AbortController();
  const made: Promise<string>[] = [];
  const signal = {
    aborted: false,
    addEventListener: () => {},
    removeEventListener: () => {
      controller.abort();
      for (let i = 0; i < 40; i++) made.push(convert(`made ${i}`));
    },
  };
  configure({ concurrency: 1 }); // They end in their order.
  const first = convert('first', { signal: signal as unknown as AbortSignal });
  const others = Array.from({ length: 40 }, (_, i) => convert(`other ${i}`, { signal: controller.signal }));
  const outcomes = Promise.allSettled(others);
  await null;
  // The event loop is held until all have their outcomes.
  for (const end = performance.now() + 10_000; performance.now() < end; ) {
    const { queued, running } = stats();
    if (queued + running === 0) break;
  }
  expect(await first).toBe('first');
  const told = (await outcomes).map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'aborted'));
  for (const [i, outcome] of told.entries()) expect([`other ${i}`, 'aborted']).toContain(outcome);
  expect(told).toContain('aborted');
  expect(await Promise.all(made)).toEqual(Array.from({ length: 40 }, (_, i) => `made ${i}`));
});
