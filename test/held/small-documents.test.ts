import { afterEach, expect, test } from '@jest/globals';
import { convert, stats } from 'tidemark';
import { rejection, restorePool } from '../support/pool';
import { largeHeld, untilRunning } from './held';

afterEach(restorePool);

test('small documents are converted while every worker is at a large one', async () => {
  const { workers } = stats();
  const controller = new AbortController();
  const large = Array.from({ length: 2 * workers }, () => rejection(convert(largeHeld, { signal: controller.signal })));
  await untilRunning(workers);
  expect(await convert('ebb')).toBe('ebb');
  expect(await Promise.all(Array.from({ length: 100 }, () => convert('flow')))).toEqual(Array(100).fill('flow'));
  expect(stats()).toMatchObject({ running: workers, queued: workers });
  controller.abort('enough');
  expect(new Set(await Promise.all(large))).toEqual(new Set(['enough']));
});
