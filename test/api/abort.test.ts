import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { AsyncConverter, ConvertError, configure, convert, stats } from 'tidemark';
import { nodeModule } from '../support/child';
import { holdUntil, rejection, restorePool } from '../support/pool';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

afterEach(restorePool);

test('before the call: nothing is submitted, and the arguments are checked first', async () => {
  const before = stats();
  const signal = AbortSignal.abort();
  expect(await rejection(convert('<p>', { signal }))).toBe(signal.reason);
  expect(await rejection(new AsyncConverter().convert('<p>', { signal }))).toBe(signal.reason);
  expect(await rejection(convert('<p>', { signal: AbortSignal.abort(null) }))).toBeNull();
  expect(await rejection(convert(5 as Wrong, { signal }))).toBeInstanceOf(ConvertError);
  const after = stats();
  expect([after.completed, after.failed, after.cancelled]).toEqual([before.completed, before.failed, before.cancelled]);
  expect(listeners(signal)).toBe(0);
});

// What workers deliver is seen when the event loop turns: whoever does not let it turn aborts a call that has not settled. In
// test/held/ are the calls that surely wait or run.
test('when a worker has begun: it rejects, and the pool goes on', async () => {
  const controller = new AbortController();
  const call = convert('<p>tide and <b>time</b> '.repeat(40_000), { signal: controller.signal });
  holdUntil(() => stats().queued === 0);
  controller.abort('enough');
  expect(await rejection(call)).toBe('enough');
  expect(listeners(controller.signal)).toBe(0);
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

describe('timeout', () => {
  test('rejects a call that has not settled by then', async () => {
    await setImmediate(); // Of what is next in the event loop, timers come first.
    const call = convert('ebb', { timeout: 1 });
    const end = performance.now() + 2;
    holdUntil(() => performance.now() > end);
    expect(await rejection(call)).toMatchObject({ code: 'ERR_TIMEOUT' });
    expect(await convert('flow')).toBe('flow');
  });

  test('leaves other calls alone', async () => {
    expect(await convert('ebb', { timeout: 2 ** 31 - 1 })).toBe('ebb');
    const call = { timeout: 2 ** 31 - 1, signal: new AbortController().signal };
    expect(await new AsyncConverter().convert('ebb', call)).toBe('ebb');
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
      const call = () => convert('<p>', { timeout: 2 ** 31 - 1, signal: controller.signal }).catch(() => {});
      const calls = Array.from({ length: 50 }, call);
      controller.abort();
      await Promise.all(calls);
      await Promise.all(Array.from({ length: 50 }, () => convert('<p>', { timeout: 2 ** 31 - 1 })));
      await new Promise(setImmediate);
      console.log(made, timers.size);`;
    expect(nodeModule(source)).toEqual({ status: 0, stderr: '', stdout: '100 0\n' });
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
  holdUntil(() => stats().queued + stats().running === 0);
  expect(await first).toBe('first');
  const told = (await outcomes).map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'aborted'));
  for (const [i, outcome] of told.entries()) expect([`other ${i}`, 'aborted']).toContain(outcome);
  expect(told).toContain('aborted');
  expect(await Promise.all(made)).toEqual(Array.from({ length: 40 }, (_, i) => `made ${i}`));
});
