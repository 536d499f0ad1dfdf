import { getEventListeners } from 'node:events';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import { AsyncConverter, ConvertError, configure, convertAll, stats } from 'tidemark';
import { nodeModule } from '../support/child';
import { rejection, restorePool } from '../support/pool';
import { collect, few, Source, turn } from '../support/source';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

// Jest fails a test that leaves a rejection unhandled, if it lasts long enough to see it.
afterEach(async () => {
  await restorePool();
  await turn();
});

const never = () => new Promise<never>(() => undefined);

describe('in the order of the inputs', () => {
  const inputs = [
    '<p>tide and <b>time</b> '.repeat(10_000),
    '<p>ebb',
    Buffer.from('<p>flow'),
    new TextEncoder().encode('<p>slack').buffer as ArrayBuffer,
  ];
  const expected = [/^tide/, /^ebb$/, /^flow$/, /^slack$/].map((pattern) => expect.stringMatching(pattern));

  async function* generated() {
    yield* inputs;
  }

  test.each<[string, () => Wrong]>([
    ['an array', () => inputs],
    ['an array of promises', () => inputs.map((html) => Promise.resolve(html))],
    ['a Set', () => new Set(inputs)],
    ['an async generator', generated],
    ['a stream of objects', () => Readable.from(inputs, { objectMode: true })],
    ['an async iterable of promises', () => new Source((i) => inputs[i])],
  ])('%s', async (_, source) => {
    expect(await collect(convertAll(source()))).toEqual(expected);
    expect(await collect(convertAll(source(), { concurrency: 1 }))).toEqual(expected);
  });

  test('with the options of a converter or of the call', async () => {
    expect(await collect(new AsyncConverter({ headingStyle: 'setext' }).convertAll(['<h1>Ebb']))).toEqual(['Ebb\n===']);
    expect(await collect(convertAll(['<h1>Ebb'], { headingStyle: 'setext', concurrency: 2 }))).toEqual(['Ebb\n===']);
  });

  test('nothing', async () => {
    expect(await collect(convertAll([]))).toEqual([]);
    expect(await collect(convertAll(few(0)))).toEqual([]);
  });
});

describe('reads no further ahead than it may', () => {
  test('nothing before it is asked', async () => {
    const source = new Source();
    const all = convertAll(source);
    await turn();
    expect([source.opened, source.reads]).toEqual([0, 0]);
    expect(await all.return()).toEqual({ done: true, value: undefined });
    expect([source.opened, source.reads, source.closed]).toEqual([0, 0, 0]);
  });

  test.each([1, 2, 7])('concurrency %i, on an endless source', async (concurrency) => {
    const source = new Source();
    let taken = 0;
    for await (const markdown of convertAll(source, { concurrency })) {
      expect(markdown).toBe(String(taken++));
      await turn();
      expect(source.reads).toBe(taken + concurrency);
      if (taken === 5) break;
    }
    expect([source.opened, source.closed]).toEqual([1, 1]);
  });

  test('as many as the default says', async () => {
    const source = new Source();
    const all = convertAll(source);
    await all.next();
    await turn();
    expect(source.reads).toBe(1 + 8 * stats().workers);
    await all.return();
  });

  test('one at a time', async () => {
    let reading = 0;
    const source = new Source(async (i) => {
      expect(++reading).toBe(1);
      await turn();
      reading--;
      return i < 5 ? '<p>' : (undefined as Wrong);
    });
    expect(await collect(convertAll(source))).toHaveLength(5);
  });
});

test('while the queue is full it waits, for bytes too', async () => {
  for (const limit of [{ maxQueue: 1 }, { maxQueuedBytes: 10 }]) {
    configure({ concurrency: 1, ...limit });
    expect(await collect(convertAll(few(50)))).toHaveLength(50);
    await restorePool();
  }
});

describe('errors', () => {
  test('throw: at the first in order, when those before it are yielded', async () => {
    const source = few(100, [3, 5]);
    const yielded: string[] = [];
    const error = await rejection(
      (async () => {
        for await (const markdown of convertAll(source, { errors: 'throw', concurrency: 8 })) yielded.push(markdown);
      })(),
    );
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({ code: 'ERR_INVALID_ARG' });
    expect(yielded).toEqual(['0', '1', '2']);
    expect(source.closed).toBe(1);
  });

  test('settle: the outcome of each', async () => {
    const source = few(4, [1]);
    const outcomes = await collect(new AsyncConverter().convertAll(source, { errors: 'settle' }));
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: '0' },
      { status: 'rejected', reason: expect.objectContaining({ code: 'ERR_INVALID_ARG' }) },
      { status: 'fulfilled', value: '2' },
      { status: 'fulfilled', value: '3' },
    ]);
    expect(source.closed).toBe(0); // it ended by itself
  });

  test('settle and throw have types of their own', async () => {
    for await (const outcome of convertAll(['<p>ebb'], { errors: 'settle' })) {
      const status: 'fulfilled' | 'rejected' = outcome.status;
      expect(status).toBe('fulfilled');
    }
    for await (const markdown of convertAll(['<p>ebb'])) expect(markdown.toUpperCase()).toBe('EBB');
  });

  test.each(['throw', 'settle'] as const)('of the source end the iteration: %s', async (errors) => {
    const failure = new Error('source');
    const source = new Source((i) => (i < 3 ? `<p>${i}` : Promise.reject(failure)));
    const yielded: unknown[] = [];
    const error = await rejection(
      (async () => {
        for await (const item of convertAll(source, { errors })) yielded.push(item);
      })(),
    );
    expect(error).toBe(failure);
    expect(yielded).toHaveLength(3);
    expect(source.closed).toBe(0); // as with for await: who throws is not closed
  });

  test('a source that cannot be opened', async () => {
    const failure = new Error('closed');
    const source = {
      [Symbol.asyncIterator]() {
        throw failure;
      },
    };
    expect(await rejection(convertAll(source as Wrong).next())).toBe(failure);
  });

  test('a promise in an array rejects: the array is closed', async () => {
    let closed = 0;
    function* inputs() {
      try {
        yield Promise.resolve('<p>ebb');
        yield Promise.reject(new Error('fetch'));
        yield '<p>flow';
      } finally {
        closed++;
      }
    }
    expect(await rejection(collect(convertAll(inputs())))).toMatchObject({ message: 'fetch' });
    expect(closed).toBe(1);
  });

  test('of closing are thrown on a break, and covered by an earlier error', async () => {
    const closing = (source: Source) => Object.assign(source, { return: () => Promise.reject(new Error('closing')) });
    const all = convertAll(closing(few(100)), { concurrency: 1 });
    await all.next();
    await turn();
    expect(await rejection(all.return())).toMatchObject({ message: 'closing' });
    expect(await rejection(collect(convertAll(closing(few(100, [1])))))).toMatchObject({ code: 'ERR_INVALID_ARG' });
  });

  test('none is lost in silence when the iteration is left', async () => {
    const source = few(20, [1, 2, 3, 4, 5]);
    for await (const markdown of convertAll(source)) {
      expect(markdown).toBe('0');
      break;
    }
    expect(source.closed).toBe(1);
  });
});

describe('left early', () => {
  test.each(['return', 'throw'] as const)('%s does not wait for a source that never answers', async (method) => {
    const source = new Source((i) => (i === 0 ? '<p>ebb' : never()));
    const all = convertAll(source);
    expect(await all.next()).toEqual({ done: false, value: 'ebb' });
    const pending = all.next();
    await turn();
    const left = method === 'return' ? all.return() : rejection(all.throw('enough'));
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(await left).toEqual(method === 'return' ? { done: true, value: undefined } : 'enough');
    expect(source.closed).toBe(1);
  });

  test('a generator that waits for ever is told when it can be', async () => {
    let answer: (html: string) => void = () => undefined;
    let closed = 0;
    async function* inputs() {
      try {
        yield '<p>ebb';
        yield await new Promise<string>((resolve) => {
          answer = resolve;
        });
      } finally {
        closed++;
      }
    }
    for await (const markdown of convertAll(inputs())) {
      expect(markdown).toBe('ebb');
      await turn();
      break;
    }
    expect(closed).toBe(0);
    answer('<p>flow');
    await turn();
    expect(closed).toBe(1);
  });

  test('throw at a yield', async () => {
    const source = new Source();
    const all = convertAll(source);
    await all.next();
    expect(await rejection(all.throw('enough'))).toBe('enough');
    expect(await all.next()).toEqual({ done: true, value: undefined });
    expect(source.closed).toBe(1);
  });

  test('after the end nothing happens', async () => {
    const source = few(1);
    const all = convertAll(source);
    await collect(all);
    expect(await all.return()).toEqual({ done: true, value: undefined });
    expect([source.closed, source.opened]).toEqual([0, 1]);
  });
});

describe('signal', () => {
  test('aborted before: nothing is read', async () => {
    const source = new Source();
    const signal = AbortSignal.abort('enough');
    expect(await rejection(convertAll(source, { signal }).next())).toBe('enough');
    expect([source.opened, listeners(signal)]).toEqual([0, 0]);
  });

  test('ends a wait for a source that never answers', async () => {
    const source = new Source(never);
    const controller = new AbortController();
    const next = convertAll(source, { signal: controller.signal }).next();
    await turn();
    expect(listeners(controller.signal)).toBe(1);
    controller.abort();
    expect(await rejection(next)).toBe(controller.signal.reason);
    expect([source.closed, listeners(controller.signal)]).toEqual([1, 0]);
  });

  test('while the caller is busy: closed at once, seen at the next document', async () => {
    const source = new Source();
    const controller = new AbortController();
    const all = convertAll(source, { signal: controller.signal, errors: 'settle' });
    await all.next();
    controller.abort('enough');
    expect([source.closed, listeners(controller.signal)]).toEqual([1, 0]);
    expect(await rejection(all.next())).toBe('enough');
    expect(await all.next()).toEqual({ done: true, value: undefined });
    expect(source.closed).toBe(1);
  });

  test('no listener is left by an end, an error or a break', async () => {
    const { signal } = new AbortController();
    await collect(convertAll(few(3), { signal, timeout: 2 ** 31 - 1 }));
    await rejection(collect(convertAll(few(3, [1]), { signal })));
    for await (const _ of convertAll(few(3), { signal })) break;
    expect(listeners(signal)).toBe(0);
  });
});

test('in a program of its own no rejection is left unhandled, and it ends by itself', () => {
  const source = `
    import { convertAll } from 'tidemark';
    let unhandled = 0;
    process.on('unhandledRejection', () => unhandled++);
    const turn = () => new Promise(setImmediate);
    async function* inputs(fails, closes) {
      try {
        for (let i = 0; i < 50; i++) {
          await turn();
          if (i === fails) throw new Error('source');
          yield i % 7 === 3 ? 5 : '<p>ebb';
        }
      } finally {
        if (closes) throw new Error('closing');
      }
    }
    const rejecting = () => [Promise.resolve('<p>'), 5, 5, '<p>'];
    let ended = 0;
    for (const errors of ['throw', 'settle']) {
      for (const make of [() => inputs(), () => inputs(20), () => inputs(2, true), () => inputs(-1, true), rejecting]) {
        for (const turns of [0, 1, 5, 1000]) {
          const controller = new AbortController();
          const all = convertAll(make(), { errors, signal: controller.signal, timeout: 1000 });
          all.next().catch(() => {});
          for (let i = 0; i < turns && i < 30; i++) await turn();
          if (turns === 1) controller.abort();
          if (turns === 5) await all.return().catch(() => {});
          else try { for await (const _ of all); } catch {}
          ended++;
        }
      }
    }
    await turn();
    console.log(ended, unhandled);`;
  expect(nodeModule(source)).toEqual({ status: 0, stderr: '', stdout: '40 0\n' });
});

describe('wrong arguments reject the first next()', () => {
  const wanted = 'an iterable or async iterable of documents for inputs';

  test.each<[Wrong, string]>([
    ['<p>ebb', `Expected ${wanted} but received '<p>ebb' of type string`],
    [undefined, `Expected ${wanted} but received undefined of type undefined`],
    [null, `Expected ${wanted} but received null of type object`],
    [{}, `Expected ${wanted} but received {} of type object`],
    [new Uint8Array(1), `Expected ${wanted} but received Uint8Array(1) [ 0 ] of type object`],
  ])('inputs: %p', async (inputs, message) => {
    expect(await rejection(convertAll(inputs).next())).toMatchObject({ code: 'ERR_INVALID_ARG', message });
  });

  test.each<[string, Wrong]>([
    ['no function', { [Symbol.iterator]: 5 }],
    ['a function that makes none', { [Symbol.asyncIterator]: () => 5 }],
  ])('an iterator that is %s', async (_, inputs) => {
    const error = await rejection(convertAll(inputs).next());
    expect(error).toMatchObject({ code: 'ERR_INVALID_ARG', message: expect.stringContaining(`Expected ${wanted}`) });
  });

  test.each<[Wrong, string]>([
    [{ concurrency: 0 }, 'Expected an integer from 1 to 65536 for call.concurrency but received 0 of type number'],
    [{ concurrency: 1.5 }, 'Expected an integer from 1 to 65536 for call.concurrency but received 1.5 of type number'],
    [
      { concurrency: Number.POSITIVE_INFINITY },
      'Expected an integer from 1 to 65536 for call.concurrency but received Infinity of type number',
    ],
    [{ concurrency: '2' }, "Expected an integer from 1 to 65536 for call.concurrency but received '2' of type string"],
    [{ errors: 'yield' }, "Expected 'throw' or 'settle' for call.errors but received 'yield' of type string"],
    [{ errors: null }, "Expected 'throw' or 'settle' for call.errors but received null of type object"],
    [{ signal: 'stop' }, "Expected an AbortSignal for call.signal but received 'stop' of type string"],
    [
      { concurency: 2 },
      "Expected a known option name for call but received 'concurency' of type string. Did you mean 'concurrency'? Known are signal, timeout, concurrency, errors, output, transfer",
    ],
  ])('call: %p', async (call, message) => {
    const source = new Source();
    const all = new AsyncConverter().convertAll(source, call);
    expect(await rejection(all.next())).toMatchObject({ code: 'ERR_INVALID_OPTION', message });
    expect(source.opened).toBe(0);
    expect(await all.next()).toEqual({ done: true, value: undefined });
  });

  test('options of the function', async () => {
    expect(await rejection(convertAll([], { hr: 'x' }).next())).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(await rejection(convertAll([], 5 as Wrong).next())).toMatchObject({ code: 'ERR_INVALID_ARG' });
    expect(await rejection(convertAll([], { concurrency: -1 }).next())).toMatchObject({
      message: 'Expected an integer from 1 to 65536 for options.concurrency but received -1 of type number',
    });
  });
});
