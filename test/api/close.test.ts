import { afterEach, describe, expect, test } from '@jest/globals';
import { load } from '../support/copy';
import { rejection, restorePool } from '../support/pool';

afterEach(restorePool);

describe('close', () => {
  test('resolves at once if nothing is in flight', () => expect(load().close()).resolves.toBeUndefined());

  test('waits for calls in flight, which end as usual', async () => {
    const { close, convert } = load();
    const order: string[] = [];
    const call = convert('ebb').then(() => order.push('call'));
    const failing = convert('', { hr: 'x' }).catch(() => order.push('failing'));
    await close().then(() => order.push('close'));
    expect(order).toHaveLength(3);
    expect(order[2]).toBe('close');
    await Promise.all([call, failing]);
  });

  test('refuses later calls, with a ConvertError', async () => {
    const { AsyncConverter, ConvertError, close, convert } = load();
    const closed = close();
    for (const call of [convert('ebb'), new AsyncConverter().convert('ebb')]) {
      const error = await rejection(call);
      expect(error).toBeInstanceOf(ConvertError);
      expect(error).toMatchObject({
        code: 'ERR_CLOSED',
        message: 'The call came after close(). To make calls again, call reset() first',
      });
    }
    await closed;
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
