import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type * as Tidemark from 'tidemark';
import { longDocument, rejection, restorePool } from '../support/pool';

// A long document may take its time on a busy machine.
jest.setTimeout(30_000);

afterEach(restorePool);

// Closing is for good: each test has a copy of the package of its own.
function load(): typeof Tidemark {
  let copy: typeof Tidemark | undefined;
  jest.isolateModules(() => {
    copy = require('tidemark');
  });
  if (copy === undefined) throw new Error('The package was not loaded');
  return copy;
}

describe('close', () => {
  test('resolves at once if nothing is in flight', () => expect(load().close()).resolves.toBeUndefined());

  test('waits for calls in flight, which end as usual', async () => {
    const { close, convert } = load();
    const order: string[] = [];
    const call = convert(longDocument).then(() => order.push('call'));
    const failing = convert('', { hr: 'x' }).catch(() => order.push('failing'));
    await close().then(() => order.push('close'));
    expect(order).toHaveLength(3);
    expect(order[2]).toBe('close');
    await Promise.all([call, failing]);
  });

  test('waits for an aborted call no longer than for its rejection', async () => {
    const { close, convert } = load();
    const controller = new AbortController();
    const call = convert(longDocument, { signal: controller.signal });
    const closed = close();
    controller.abort('enough');
    await expect(call).rejects.toBe('enough');
    await closed;
  });

  test('refuses later calls, with a ConvertError', async () => {
    const { AsyncConverter, ConvertError, close, convert } = load();
    const closed = close();
    for (const call of [convert('ebb'), new AsyncConverter().convert('ebb')]) {
      const error = await rejection(call);
      expect(error).toBeInstanceOf(ConvertError);
      expect(error).toMatchObject({ code: 'ERR_CLOSED', message: 'The call came after close()' });
    }
    await closed;
  });

  test('refuses what waits for room in the queue', async () => {
    const { close, configure, convert, convertAll, stats } = load();
    configure({ concurrency: 1, maxQueue: 1 });
    const controller = new AbortController();
    const running = convert(longDocument, { signal: controller.signal }).catch(() => undefined);
    while (stats().running === 0) await new Promise(setImmediate);
    const waiting = convert('ebb');
    const next = rejection(convertAll(['flow']).next());
    await new Promise(setImmediate);
    const closed = close();
    controller.abort();
    expect(await next).toMatchObject({ code: 'ERR_CLOSED' });
    await Promise.all([running, waiting, closed]);
  });

  test('returns the same promise again', () => {
    const { close } = load();
    expect(close()).toBe(close());
  });

  test('leaves synchronous conversion, stats and other copies of the package alone', async () => {
    const { Converter, close, convertSync, stats } = load();
    const other = load();
    await close();
    expect(convertSync('ebb')).toBe('ebb');
    expect(new Converter().convert('ebb')).toBe('ebb');
    expect(stats().queued).toBe(0);
    expect(await other.convert('ebb')).toBe('ebb');
  });

  test('is what disposes of the pool', async () => {
    const { convert, pool } = load();
    await pool[Symbol.asyncDispose]();
    expect(await rejection(convert('ebb'))).toMatchObject({ code: 'ERR_CLOSED' });
  });
});
