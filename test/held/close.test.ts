import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { load } from '../support/copy';
import { rejection, restorePool } from '../support/pool';
import { held, untilRunning } from './held';

afterEach(restorePool);

test('close waits for an aborted call no longer than for its rejection', async () => {
  const { close, convert } = load();
  const controller = new AbortController();
  const order: string[] = [];
  const call = convert(held, { signal: controller.signal }).catch((reason) => order.push(reason));
  await untilRunning();
  const closed = close().then(() => order.push('closed'));
  const next = setImmediate().then(() => order.push('the next turn'));
  controller.abort('enough');
  await Promise.all([call, closed, next]);
  expect(order).toEqual(['enough', 'closed', 'the next turn']);
});

test('close refuses what waits for room in the queue', async () => {
  const { close, configure, convert, convertAll } = load();
  configure({ concurrency: 1, maxQueue: 1 });
  const controller = new AbortController();
  const running = rejection(convert(held, { signal: controller.signal }));
  await untilRunning();
  const waiting = convert('ebb');
  const next = rejection(convertAll(['flow']).next());
  await setImmediate();
  const closed = close();
  controller.abort('enough');
  expect(await next).toMatchObject({ code: 'ERR_CLOSED' });
  expect(await Promise.all([running, waiting, closed])).toEqual(['enough', 'ebb', undefined]);
});
