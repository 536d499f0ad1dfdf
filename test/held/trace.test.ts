import { tracingChannel } from 'node:diagnostics_channel';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ConvertTrace, configure, convert } from 'tidemark';
import { rejection, restorePool } from '../support/pool';
import { blockPool, held } from './held';

const channel = tracingChannel<unknown, ConvertTrace>('tidemark:convert');

let ended: ConvertTrace[] = [];
const onEnd = (trace: unknown) => ended.push(trace as ConvertTrace);

beforeEach(() => {
  ended = [];
  channel.asyncEnd.subscribe(onEnd);
});
afterEach(async () => {
  channel.asyncEnd.unsubscribe(onEnd);
  await restorePool();
});

describe('the channel tells of a call that fails', () => {
  test('because the queue is full', async () => {
    const block = await blockPool();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    await rejection(convert('flow'));
    expect(ended).toMatchObject([{ outcome: 'rejected', error: { code: 'ERR_QUEUE_FULL' } }]);
    block.free();
    await waiting;
  });

  test('because it is aborted', async () => {
    const controller = new AbortController();
    const promise = convert(held, { signal: controller.signal });
    controller.abort('enough');
    expect(await rejection(promise)).toBe('enough');
    expect(ended).toMatchObject([{ outcome: 'aborted', error: 'enough' }]);
  });

  test('because its time is over', async () => {
    await rejection(convert(held, { timeout: 1 }));
    expect(ended).toMatchObject([{ outcome: 'rejected', error: { code: 'ERR_TIMEOUT' } }]);
  });
});
