import { getEventListeners } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { AsyncConverter, ConvertError, configure, convert, convertAll, type Input, stats } from 'tidemark';
import { nodeModule } from '../support/child';
import { blockPool, longDocument, rejection, restorePool } from '../support/pool';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

// Jest fails a test that leaves a rejection unhandled, if it lasts long enough to see it.
afterEach(async () => {
  await restorePool();
  await turn();
});

/** A source that says what is done with it. */
class Source implements AsyncIterableIterator<Input> {
  opened = 0;
  reads = 0;
  closed = 0;
  constructor(readonly document: (i: number) => Input | undefined | Promise<Input> = (i) => `<p>${i}`) {}
  [Symbol.asyncIterator]() {
    this.opened++;
    return this;
  }
  async next(): Promise<IteratorResult<Input>> {
    const value = await this.document(this.reads++);
    return value === undefined ? { done: true, value: undefined } : { done: false, value };
  }
  async return(): Promise<IteratorResult<Input>> {
    this.closed++;
    return { done: true, value: undefined };
  }
}

/** Documents that end, of which those that `fails` names cannot be converted. */
const few = (count: number, fails: number[] = []) =>
  new Source((i) => (i < count ? (fails.includes(i) ? (5 as Wrong) : `<p>${i}`) : undefined));

async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of iterable) list.push(item);
  return list;
}

const never = () => new Promise<never>(() => undefined);
const turn = () => setTimeout(5);

describe('in the order of the inputs', () => {
  const inputs = [
    longDocument.slice(0, 240_000),
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

  test('a buffer that the source uses again', async () => {
    const buffer = new Uint8Array(1);
    const source = new Source((i) => (i < 100 ? buffer.fill(0x30 + (i % 10)) : undefined));
    const block = blockPool();
    configure({ maxQueue: 3 });
    const all = collect(convertAll(source));
    await turn();
    block.free();
    expect(await all).toEqual(Array.from({ length: 100 }, (_, i) => String(i % 10)));
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

describe('while the queue is full', () => {
  test('it waits, where a call rejects', async () => {
    const block = blockPool();
    while (stats().running === 0) await turn();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    const source = few(20);
    const [one, other] = [collect(convertAll(source)), collect(convertAll(few(20), { concurrency: 3 }))];
    expect(await rejection(convert('flow'))).toMatchObject({ code: 'ERR_QUEUE_FULL' });
    await turn();
    expect(source.reads).toBe(1); // the next is not read before this one is copied
    block.free();
    const expected = Array.from({ length: 20 }, (_, i) => String(i));
    expect(await Promise.all([one, other, waiting])).toEqual([expected, expected, 'ebb']);
  });

  test('for bytes too', async () => {
    configure({ concurrency: 1, maxQueuedBytes: 10 });
    expect(await collect(convertAll(few(50)))).toHaveLength(50);
  });

  test('an abort ends the wait, and what waited is never converted', async () => {
    const block = blockPool();
    while (stats().running === 0) await turn();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    const before = stats();
    const controller = new AbortController();
    const source = new Source();
    const next = convertAll(source, { signal: controller.signal }).next();
    await turn();
    controller.abort('enough');
    expect(await rejection(next)).toBe('enough');
    block.free();
    await waiting;
    await turn();
    expect(stats().completed - before.completed).toBe(1);
    expect([source.reads, source.closed]).toEqual([1, 1]);
  });

  test('a buffer that is detached meanwhile is an error', async () => {
    const block = blockPool();
    while (stats().running === 0) await turn();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    const html = new TextEncoder().encode('<p>flow').buffer as ArrayBuffer;
    const all = collect(convertAll([html]));
    await turn();
    structuredClone(html, { transfer: [html] });
    block.free();
    expect(await rejection(all)).toMatchObject({ code: 'ERR_INVALID_ARG' });
    await waiting;
  });
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

  test('settle: a timeout is that of one document', async () => {
    const inputs = ['<p>ebb', longDocument, '<p>flow'];
    const outcomes = await collect(convertAll(inputs, { errors: 'settle', concurrency: 1, timeout: 20 }));
    expect(outcomes[0]).toEqual({ status: 'fulfilled', value: 'ebb' });
    expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { code: 'ERR_TIMEOUT' } });
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
  test('break cancels what is in flight', async () => {
    const before = stats();
    const source = new Source((i) => (i === 0 ? '<p>ebb' : longDocument));
    for await (const _ of convertAll(source, { concurrency: 3 })) break;
    while (stats().nativeBytes > 0) await turn();
    expect(stats().completed - before.completed).toBe(1);
    expect(source.closed).toBe(1);
  });

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

  test('while documents are converted: they are cancelled', async () => {
    const controller = new AbortController();
    const next = convertAll(new Source(() => longDocument), { signal: controller.signal, concurrency: 2 }).next();
    while (stats().running === 0) await turn();
    controller.abort('enough');
    expect(await rejection(next)).toBe('enough');
    while (stats().nativeBytes > 0) await turn();
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
    await collect(convertAll(few(3), { signal, timeout: 10_000 }));
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
      "Expected a known option name for call but received 'concurency' of type string. Did you mean 'concurrency'?",
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
