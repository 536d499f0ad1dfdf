import { afterEach, expect, test } from '@jest/globals';
import { configure, convert } from 'tidemark';
import { rejection, restorePool } from '../support/pool';
import { largeHeld, untilRunning } from './held';

const megabyte = 2 ** 20;
const document = 'ebb '.repeat(megabyte / 4);

afterEach(async () => {
  configure({ memoryLimit: 0 });
  await restorePool();
});

test('a call for which what is in flight leaves no room is refused, and may be made later', async () => {
  configure({ memoryLimit: 16 * megabyte });
  const controller = new AbortController();
  const first = rejection(convert(largeHeld.padEnd(megabyte), { signal: controller.signal }));
  await untilRunning();
  expect(await rejection(convert(document))).toMatchObject({
    code: 'ERR_QUEUE_FULL',
    message: expect.stringContaining('memoryLimit'),
  });
  expect(await convert('ebb')).toBe('ebb');
  controller.abort('enough');
  expect(await first).toBe('enough');
  await restorePool();
  expect(await convert(document)).toHaveLength(megabyte - 1);
});
