import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ConvertError, configure, convert, stats } from 'tidemark';
import { rejection, restorePool } from '../support/pool';
import { blockPool } from './held';

afterEach(restorePool);

// What is no value of the option.
const wrong = { headingStyle: 'x' as never };

describe('configure', () => {
  const remedy =
    'await some calls before making more, use convertAll, which waits for room, or raise the limit by configure';

  test('maxQueue: a call too many is refused, those that wait are done', async () => {
    const block = await blockPool();
    configure({ maxQueue: 2 });
    const waiting = [convert('ebb'), convert('flow')];
    const error = await rejection(convert('slack'));
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({
      code: 'ERR_QUEUE_FULL',
      message: `As many calls as maxQueue allows are waiting already: ${remedy}`,
    });
    block.free();
    expect(await Promise.all(waiting)).toEqual(['ebb', 'flow']);
    expect(await convert('slack')).toBe('slack');
  });

  test('maxQueuedBytes: counted in bytes, and the first that waits is let in', async () => {
    const block = await blockPool();
    configure({ maxQueuedBytes: 100 });
    const waiting = [convert('x'.repeat(80)), convert(new Uint8Array(20).fill(0x78))];
    expect(await rejection(convert('x'))).toMatchObject({
      code: 'ERR_QUEUE_FULL',
      message: `The inputs that wait would be larger than maxQueuedBytes allows: ${remedy}`,
    });
    block.free();
    expect((await Promise.all(waiting)).map((markdown) => markdown.length)).toEqual([80, 20]);
  });

  test('maxQueuedBytes: of a long string a byte for each code unit, of others their UTF-8', async () => {
    const block = await blockPool();
    const long = 'é'.repeat(2 ** 15 + 1);
    const waiting = [convert('é'.repeat(100)), convert(long)];
    expect(stats()).toMatchObject({ queued: 2, queuedBytes: 200 + long.length });
    block.free();
    expect((await Promise.all(waiting)).map((markdown) => markdown.length)).toEqual([100, long.length]);
  });

  test('concurrency: one call does not begin while another runs', async () => {
    const block = await blockPool();
    const waiting = [convert('ebb'), convert('flow')];
    for (let turn = 0; turn < 10; turn++) await setImmediate();
    expect(stats()).toMatchObject({ running: 1, queued: 2 });
    block.free();
    expect(await Promise.all(waiting)).toEqual(['ebb', 'flow']);
  });

  test('inPlaceBytes: small documents do not wait for the pool', async () => {
    const block = await blockPool();
    configure({ inPlaceBytes: 10 });
    expect(await convert('<b>ebb')).toBe('**ebb**');
    expect(await convert(new Uint8Array(10).fill(0x78))).toBe('x'.repeat(10));
    expect(await rejection(convert('', wrong))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(stats()).toMatchObject({ running: 1, queued: 0 });
    const waiting = convert('<b>ebb</b> and flow');
    expect(stats()).toMatchObject({ running: 1, queued: 1 });
    block.free();
    expect(await waiting).toBe('**ebb** and flow');
  });
});

test('every call that was taken is counted once', async () => {
  const before = stats();
  const controller = new AbortController();
  const block = await blockPool();
  const calls = [convert('ebb'), convert('flow'), convert('', wrong), convert('slack', { signal: controller.signal })];
  controller.abort();
  block.free();
  await Promise.allSettled(calls);
  const after = stats();
  expect(after).toMatchObject({ running: 0, queued: 0 });
  expect(after.completed - before.completed).toBe(2);
  expect(after.failed - before.failed).toBe(1);
  expect(after.cancelled - before.cancelled).toBe(2); // this one and the one that blocked
});
