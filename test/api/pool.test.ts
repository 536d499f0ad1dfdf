import { afterEach, describe, expect, test } from '@jest/globals';
import { ConvertError, configure, convert, type Stats, stats } from 'tidemark';
import { blockPool, rejection, restorePool, thrown } from '../support/pool';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

afterEach(restorePool);

describe('configure', () => {
  const remedy =
    'await some calls before making more, use convertAll, which waits for room, or raise the limit by configure';

  test('maxQueue: a call too many is refused, those that wait are done', async () => {
    const block = blockPool();
    while (stats().running === 0) await new Promise(setImmediate);
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
    const block = blockPool();
    while (stats().running === 0) await new Promise(setImmediate);
    configure({ maxQueuedBytes: 100 });
    const waiting = [convert('x'.repeat(80)), convert(new Uint8Array(20).fill(0x78))];
    const error = await rejection(convert('x'));
    expect(error).toMatchObject({
      code: 'ERR_QUEUE_FULL',
      message: `The inputs that wait would be larger than maxQueuedBytes allows: ${remedy}`,
    });
    block.free();
    expect((await Promise.all(waiting)).map((markdown) => markdown.length)).toEqual([80, 20]);
  });

  test('inPlaceBytes: small documents do not wait for the pool', async () => {
    const block = blockPool();
    configure({ inPlaceBytes: 10 });
    const before = stats().queued + stats().running + stats().completed;
    expect(await convert('<b>ebb')).toBe('**ebb**');
    expect(await convert(new Uint8Array(10).fill(0x78))).toBe('x'.repeat(10));
    expect(await rejection(convert('', { headingStyle: 'x' as Wrong }))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(stats().queued + stats().running + stats().completed).toBe(before);
    const waiting = convert('<b>ebb</b> and flow');
    expect(stats().queued + stats().running + stats().completed).toBe(before + 1);
    block.free();
    expect(await waiting).toBe('**ebb** and flow');
  });

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
      "Expected a known option name for options but received 'concurency' of type string. Did you mean 'concurrency'?",
    ],
    [{ threads: 1 }, "Expected a known option name for options but received 'threads' of type string"],
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
    'memoryLimit',
  ];

  test('has the documented counts and no others', () => {
    expect(Object.keys(stats()).sort()).toEqual([...names].sort());
    for (const value of Object.values(stats())) expect(value).toBeGreaterThanOrEqual(0);
  });

  test('every call that was taken is counted once', async () => {
    const before = stats();
    const controller = new AbortController();
    const block = blockPool();
    const calls = [
      convert('ebb'),
      convert('flow'),
      convert('', { headingStyle: 'x' as Wrong }),
      convert('slack', { signal: controller.signal }),
    ];
    controller.abort();
    block.free();
    await Promise.allSettled(calls);
    await block.done;
    while (stats().running + stats().queued > 0) await new Promise(setImmediate);
    const after = stats();
    expect(after.completed - before.completed).toBe(2);
    expect(after.failed - before.failed).toBe(1);
    expect(after.cancelled - before.cancelled).toBe(2); // this one and the one that blocked
  });

  test('nothing is kept when all is done', async () => {
    await Promise.all(Array.from({ length: 200 }, () => convert('<p>ebb')));
    expect(stats()).toMatchObject({ queued: 0, running: 0, nativeBytes: 0 });
  });
});
