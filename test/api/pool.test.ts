import { afterEach, describe, expect, test } from '@jest/globals';
import { ConvertError, configure, convert, type Stats, stats } from 'tidemark';
import { restorePool, thrown } from '../support/pool';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

afterEach(restorePool);

describe('configure', () => {
  test('leaves out what is undefined', async () => {
    configure({});
    configure({ concurrency: undefined, maxQueue: 10 });
    expect(await convert('ebb')).toBe('ebb');
  });

  test.each<[Wrong, string]>([
    [{ concurrency: 0 }, 'Expected an integer from 1 to 1024 for options.concurrency but received 0 of type number'],
    [
      { concurrency: 1.5 },
      'Expected an integer from 1 to 1024 for options.concurrency but received 1.5 of type number',
    ],
    [
      { concurrency: '2' },
      "Expected an integer from 1 to 1024 for options.concurrency but received '2' of type string",
    ],
    [
      { concurrency: null },
      'Expected an integer from 1 to 1024 for options.concurrency but received null of type object',
    ],
    [{ maxQueue: -1 }, 'Expected an integer from 1 to 4294967295 for options.maxQueue but received -1 of type number'],
    [
      { maxQueue: Number.NaN },
      'Expected an integer from 1 to 4294967295 for options.maxQueue but received NaN of type number',
    ],
    [
      { maxQueuedBytes: Number.POSITIVE_INFINITY },
      'Expected an integer from 1 to 9007199254740991 for options.maxQueuedBytes but received Infinity of type number',
    ],
    [
      { memoryLimit: 1n },
      'Expected an integer from 0 to 9007199254740991 for options.memoryLimit but received 1n of type bigint',
    ],
    [
      { concurency: 1 },
      "Expected a known option name for options but received 'concurency' of type string. Did you mean 'concurrency'? Known are concurrency, maxQueue, maxQueuedBytes, memoryLimit, inPlaceBytes",
    ],
    [
      { threads: 1 },
      "Expected a known option name for options but received 'threads' of type string. Known are concurrency, maxQueue, maxQueuedBytes, memoryLimit, inPlaceBytes",
    ],
  ])('refuses %p', (options, message) => {
    const error = thrown(() => configure(options));
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({ code: 'ERR_INVALID_OPTION', message });
  });

  test('changes nothing if one setting is wrong', async () => {
    expect(() => configure({ maxQueue: 1, memoryLimit: -1 })).toThrow(ConvertError);
    expect(await Promise.all([convert('a'), convert('b'), convert('c'), convert('d'), convert('e')])).toHaveLength(5);
  });
});

describe('stats', () => {
  const names: (keyof Stats)[] = [
    'queued',
    'queuedBytes',
    'running',
    'completed',
    'failed',
    'cancelled',
    'waitP50',
    'waitP99',
    'runP50',
    'runP99',
    'goroutines',
    'environments',
    'streams',
    'workers',
    'nativeBytes',
    'engineBytes',
    'memoryHeld',
    'memoryLimit',
    'transferred',
    'transferCopies',
  ];

  test('has the documented counts and no others', () => {
    expect(Object.keys(stats()).sort()).toEqual([...names].sort());
    for (const value of Object.values(stats())) expect(value).toBeGreaterThanOrEqual(0);
  });

  test('nothing is kept when all is done', async () => {
    await Promise.all(Array.from({ length: 200 }, () => convert('<p>ebb')));
    expect(stats()).toMatchObject({ queued: 0, running: 0, nativeBytes: 0 });
  });
});
