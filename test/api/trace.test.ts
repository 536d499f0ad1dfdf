import { AsyncLocalStorage } from 'node:async_hooks';
import { tracingChannel } from 'node:diagnostics_channel';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AsyncConverter, type ConvertTrace, configure, convert, convertAll, convertSync } from 'tidemark';
import { rejection, restorePool } from '../support/pool';

const channel = tracingChannel<unknown, ConvertTrace>('tidemark:convert');

let events: [name: string, trace: ConvertTrace, copy: ConvertTrace][] = [];
const note = (name: string) => (trace: unknown) => {
  events.push([name, trace as ConvertTrace, { ...(trace as ConvertTrace) }]);
};
const subscribers = {
  start: note('start'),
  end: note('end'),
  asyncStart: note('asyncStart'),
  asyncEnd: note('asyncEnd'),
  error: note('error'),
};
const names = () => events.map(([name]) => name);
const last = () => events.at(-1)?.[2];

beforeEach(() => {
  events = [];
  channel.subscribe(subscribers);
});
afterEach(async () => {
  channel.unsubscribe(subscribers);
  await restorePool();
});

test('a call that is fulfilled', async () => {
  const promise = convert('<p>ebb');
  expect(promise).toBeInstanceOf(Promise);
  expect(names()).toEqual(['start', 'end']);
  expect(last()).toEqual({ input: 'string', inputBytes: 6 });
  expect(await promise).toBe('ebb');
  expect(names()).toEqual(['start', 'end', 'asyncStart', 'asyncEnd']);
  expect(new Set(events.map(([, trace]) => trace)).size).toBe(1);
  expect(events[2]?.[2]).toEqual({
    input: 'string',
    inputBytes: 6,
    duration: expect.any(Number),
    outcome: 'fulfilled',
    result: 'ebb',
  });
  expect(last()?.duration).toBeGreaterThan(0);
});

test('bytes are counted as they are', async () => {
  await convert(Buffer.from('<p>ebb'));
  await new AsyncConverter().convert(new ArrayBuffer(7));
  const started = events.filter(([name]) => name === 'start').map(([, , copy]) => copy);
  expect(started).toEqual([
    { input: 'bytes', inputBytes: 6 },
    { input: 'bytes', inputBytes: 7 },
  ]);
});

test('a call that fails', async () => {
  const error = await rejection(convert('<p>', { hr: 'x' }));
  expect(names()).toEqual(['start', 'end', 'error', 'asyncStart', 'asyncEnd']);
  expect(last()).toMatchObject({ outcome: 'rejected', error: { code: 'ERR_INVALID_OPTION' } });
  expect(last()?.error).toBe(error);
});

test('convertAll: a call for each document, also while they wait for room', async () => {
  configure({ concurrency: 1, maxQueue: 1 });
  const all: string[] = [];
  for await (const markdown of convertAll(Array(20).fill('<p>ebb'), { concurrency: 4 })) all.push(markdown);
  expect(all).toHaveLength(20);
  for (const name of ['start', 'end', 'asyncStart', 'asyncEnd']) {
    expect(names().filter((other) => other === name)).toHaveLength(20);
  }
});

test('what is no call is not told: wrong arguments, and conversion on this thread', async () => {
  await rejection(convert(5 as never));
  convertSync('<p>ebb');
  expect(events).toEqual([]);
});

test('a subscriber that comes later is told of later calls alone', async () => {
  channel.unsubscribe(subscribers);
  const promise = convert('<p>ebb');
  channel.subscribe(subscribers);
  await promise;
  expect(events).toEqual([]);
});

test('a store that is bound to the start is that of the rest of the call', async () => {
  const storage = new AsyncLocalStorage<number>();
  const seen: (number | undefined)[] = [];
  const onEnd = () => seen.push(storage.getStore());
  channel.start.bindStore(storage, ({ inputBytes }) => inputBytes);
  channel.asyncEnd.subscribe(onEnd);
  await Promise.all([convert('<p>ebb'), convert('<p>flow')]);
  channel.asyncEnd.unsubscribe(onEnd);
  channel.start.unbindStore(storage);
  expect(seen.sort()).toEqual([6, 7]);
});
