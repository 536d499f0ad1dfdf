import { afterEach, expect, test } from '@jest/globals';
import { load } from '../support/copy';
import { rejection, restorePool } from '../support/pool';

afterEach(restorePool);

test('calls can be made again after close() and reset()', async () => {
  const { close, convert, reset, stream } = load();
  for (let round = 0; round < 3; round++) {
    expect(await convert('<b>ebb')).toBe('**ebb**');
    await close();
    expect(await rejection(convert('ebb'))).toMatchObject({
      code: 'ERR_CLOSED',
      message: 'The call came after close(). To make calls again, call reset() first',
    });
    await reset();
  }
  expect(await convert('<b>ebb')).toBe('**ebb**');
  expect((await stream().end('<b>ebb').toArray()).join('')).toBe('**ebb**');
});

test('calls in flight end as usual, and those that are made meanwhile are refused', async () => {
  const { convert, reset } = load();
  const order: string[] = [];
  const call = convert('ebb').then(() => order.push('call'));
  const done = reset().then(() => order.push('reset'));
  expect(await rejection(convert('flow'))).toMatchObject({ code: 'ERR_CLOSED' });
  await Promise.all([call, done]);
  expect(order).toEqual(['call', 'reset']);
  expect(await convert('flow')).toBe('flow');
});

test('the settings are those of the beginning again', async () => {
  const { configure, convert, reset, stats } = load();
  const before = stats().memoryLimit;
  configure({ maxQueue: 1, concurrency: 1, maxQueuedBytes: 8, memoryLimit: 2 ** 26, inPlaceBytes: 100 });
  await reset();
  expect(stats().memoryLimit).toBe(before);
  const many = await Promise.all(Array.from({ length: 100 }, () => convert('<p>ebb and flow')));
  expect(new Set(many)).toEqual(new Set(['ebb and flow']));
});

test('of close() and reset() the last counts', async () => {
  const { close, convert, reset } = load();
  const opened = reset();
  await Promise.all([opened, close()]);
  expect(await rejection(convert('ebb'))).toMatchObject({ code: 'ERR_CLOSED' });
  await Promise.all([close(), reset(), reset()]);
  expect(await convert('ebb')).toBe('ebb');
});
