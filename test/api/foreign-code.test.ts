// Code of the caller's runs within the package: the methods of a signal, getters, iterators, subscribers. Where it throws, the call that
// it belongs to is concerned, and no other.
import { tracingChannel } from 'node:diagnostics_channel';
import { afterEach, describe, expect, test } from '@jest/globals';
import { AsyncConverter, configure, convert, convertAll, stats } from 'tidemark';
import { holdUntil, rejection, restorePool, thrown } from '../support/pool';
import { collect, Source } from '../support/source';

afterEach(restorePool);

const boom = new Error('boom');
const fail = (): never => {
  throw boom;
};

/** A signal of another library, of which some members are replaced. */
function foreign(members: PropertyDescriptorMap = {}): AbortSignal & { abort(): void } {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
    abort: () => {
      signal.aborted = true;
      for (const listener of listeners) listener();
    },
  };
  return Object.defineProperties(signal, members) as never;
}

/** A getter that works so many times. */
function getsOften(times: number, value: unknown): PropertyDescriptor {
  let left = times;
  return { get: () => (left-- > 0 ? value : fail()) };
}

describe('a signal', () => {
  const deaf = () => foreign({ removeEventListener: { value: fail } });

  test('whose removeEventListener throws: its call settles, and all others of the batch', async () => {
    configure({ concurrency: 1 }); // They end in their order.
    const calls = [convert('first', { signal: deaf() }), ...['a', 'b', 'c'].map((html) => convert(html))];
    await null;
    holdUntil(() => stats().queued + stats().running === 0); // All in one batch.
    expect(await Promise.all(calls)).toEqual(['first', 'a', 'b', 'c']);
  });

  test('whose removeEventListener throws when it aborts: all of its calls reject', async () => {
    const signal = deaf();
    const calls = Array.from({ length: 3 }, () => convert('ebb', { signal }));
    signal.abort();
    expect(await Promise.all(calls.map(rejection))).toEqual([undefined, undefined, undefined]);
  });

  test('whose removeEventListener throws, of an iteration and of streams', async () => {
    const source = new Source();
    for await (const markdown of convertAll(source, { signal: deaf() })) {
      expect(markdown).toBe('0');
      break;
    }
    expect(source.closed).toBe(1);
    const converter = new AsyncConverter();
    expect(await collect(converter.convertStream(['ebb'], { signal: deaf() }))).toEqual(['ebb']);
    const stream = converter.stream({ signal: deaf() });
    stream.end('ebb');
    expect((await stream.toArray()).join('')).toBe('ebb');
    expect(stats().streams).toBe(0);
  });

  test('whose addEventListener throws: its call rejects with that and is cancelled; the next one is watched', async () => {
    const before = stats().cancelled;
    const signal = foreign({ addEventListener: { value: fail, writable: true } });
    expect(await rejection(convert('ebb', { signal }))).toBe(boom);
    expect(await rejection(convert('x'.repeat(3_000_000), { signal }))).toBe(boom);
    expect(await convert('flow')).toBe('flow');
    while (stats().nativeBytes > 0) await new Promise(setImmediate);
    expect(stats().cancelled).toBe(before + 2);
    Object.assign(signal, { addEventListener: foreign().addEventListener });
    let told: (() => void) | undefined;
    Object.assign(signal, { addEventListener: (_: string, listener: () => void) => (told = listener) });
    const call = convert('ebb', { signal });
    told?.();
    expect(await rejection(call)).toBeUndefined();
  });

  test('whose addEventListener throws: streams and iterations are not begun, and hold nothing', async () => {
    const converter = new AsyncConverter();
    const call = () => ({ signal: foreign({ addEventListener: { value: fail } }) });
    expect(thrown(() => converter.stream(call()))).toBe(boom);
    expect(thrown(() => converter.webStream(call()))).toBe(boom);
    const source = new Source();
    expect(await rejection(collect(converter.convertStream(source, call())))).toBe(boom);
    expect(await rejection(collect(convertAll(source, call())))).toBe(boom);
    expect(source.reads).toBe(0);
    expect(stats().streams).toBe(0);
  });

  test.each(['signal', 'aborted', 'addEventListener', 'removeEventListener'])(
    'with members that throw: %s',
    async (name) => {
      for (let times = 0; times < 5; times++) {
        const signal = foreign(name === 'signal' ? {} : { [name]: getsOften(times, foreign()[name as 'aborted']) });
        const options =
          name === 'signal' ? Object.defineProperty({}, name, { get: fail, enumerable: true }) : { signal };
        const outcomes = await Promise.allSettled([convert('ebb', options), convert('flow')]);
        expect(outcomes[1]).toEqual({ status: 'fulfilled', value: 'flow' });
        expect([
          { status: 'rejected', reason: boom },
          { status: 'fulfilled', value: 'ebb' },
        ]).toContainEqual(outcomes[0]);
      }
    },
  );

  test('whose reason throws: what it throws is the reason, for each of its calls', async () => {
    const signal = foreign({ reason: { get: fail } });
    const converter = new AsyncConverter();
    const stream = converter.stream({ signal });
    const calls = [
      convert('ebb', { signal }),
      convert('flow', { signal }),
      collect(converter.convertStream(new Source(() => new Promise(() => undefined)), { signal })),
      stream.toArray(),
    ];
    const outcomes = Promise.all(calls.map(rejection));
    await null; // The iteration begins.
    signal.abort();
    expect(await outcomes).toEqual([boom, boom, boom, boom]);
    expect(await rejection(convert('ebb', { signal }))).toBe(boom);
    expect(await rejection(converter.stream({ signal }).toArray())).toBe(boom);
    expect(stats().streams).toBe(0);
  });
});

describe('a source', () => {
  test('whose return throws does not hide why the reading ended', async () => {
    const source = Object.assign(new Source(() => 5 as never), { return: fail });
    const error = await rejection(collect(new AsyncConverter().convertStream(source)));
    expect(error).toMatchObject({ code: 'ERR_INVALID_ARG' });
  });

  test('is not opened by a call that is not made', async () => {
    const source = new Source();
    const signal = foreign({ addEventListener: { value: fail } });
    await rejection(collect(new AsyncConverter().convertStream(source, { signal })));
    expect(source.opened).toBe(0);
  });
});

test('a value whose tag throws is refused as any other', async () => {
  const value = Object.defineProperty({}, Symbol.toStringTag, { get: fail });
  expect(await rejection(convert('', { wrap: value as never }))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
  expect(await rejection(convert(value as never))).toMatchObject({ code: 'ERR_INVALID_ARG' });
});

test('a subscriber of the tracing channel that makes the trace unwritable changes no outcome', async () => {
  const channel = tracingChannel('tidemark:convert');
  const freeze = (trace: unknown) => void Object.freeze(trace);
  channel.start.subscribe(freeze);
  try {
    expect(await convert('ebb')).toBe('ebb');
    expect(await rejection(convert('ebb', { hr: 'x' }))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
  } finally {
    channel.start.unsubscribe(freeze);
  }
});
