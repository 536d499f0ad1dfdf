import { expect, test } from '@jest/globals';
import { ahead, type Begun } from '../../js/cli/input/ahead';

/** Work that ends when it is told to. */
class Work {
  readonly begun: number[] = [];
  readonly #end = new Map<number, (item: number) => void>();

  readonly begin = (item: number): Begun<number> => {
    this.begun.push(item);
    return { size: item, outcome: new Promise((resolve) => this.#end.set(item, resolve)) };
  };

  end(...items: number[]): void {
    for (const item of items) this.#end.get(item)?.(item);
  }
}

async function* from(items: readonly number[], then?: () => Promise<void>): AsyncGenerator<number> {
  yield* items;
  await then?.();
}

const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));
const wide = { count: 100, size: 100 };

test('outcomes come in order, each as soon as it is there, whatever the source does', async () => {
  const work = new Work();
  const outcomes = ahead(
    from([1, 2, 3], () => new Promise(() => undefined)),
    wide,
    work.begin,
    never,
  );
  const first = outcomes.next();
  await turn();
  expect(work.begun).toEqual([1, 2, 3]);
  work.end(2, 1);
  expect([await first, await outcomes.next()]).toEqual([
    { done: false, value: 1 },
    { done: false, value: 2 },
  ]);
  await Promise.race([outcomes.return(undefined), turn()]); // the source does not answer any more
});

test.each([
  ['count', { count: 2, size: 100 }, [1, 2]],
  ['size', { count: 100, size: 3 }, [1, 2]],
  ['size of one', { count: 100, size: 1 }, [1]],
])('no more is begun than there is room: %s', async (_name, room, begun) => {
  const work = new Work();
  const outcomes = ahead(from([1, 2, 3, 4]), room, work.begin, never);
  const first = outcomes.next();
  await turn();
  expect(work.begun).toEqual(begun);
  work.end(1);
  await first;
  const second = outcomes.next();
  await turn();
  expect(work.begun).toEqual([...begun, begun.length + 1]);
  work.end(2, 3, 4);
  expect(await second).toEqual({ done: false, value: 2 });
  await outcomes.return(undefined);
});

test('what a source throws comes after the outcomes before it', async () => {
  const work = new Work();
  const outcomes = ahead(
    from([1], () => Promise.reject(new RangeError('ebb'))),
    wide,
    work.begin,
    never,
  );
  const first = outcomes.next();
  await turn();
  work.end(1);
  expect(await first).toEqual({ done: false, value: 1 });
  await expect(outcomes.next()).rejects.toThrow(new RangeError('ebb'));
});

test('an abort ends a wait for the source and for work, and the source is closed', async () => {
  for (const items of [[], [1]]) {
    const controller = new AbortController();
    const outcomes = ahead(
      from(items, () => new Promise(() => undefined)),
      wide,
      new Work().begin,
      controller.signal,
    );
    const first = outcomes.next();
    await turn();
    controller.abort(new RangeError('flow'));
    await expect(first).rejects.toThrow(new RangeError('flow'));
  }
  let closed = false;
  async function* source() {
    try {
      yield 1;
      yield 2;
    } finally {
      closed = true;
    }
  }
  const work = new Work();
  const outcomes = ahead(source(), { count: 1, size: 100 }, work.begin, never);
  const first = outcomes.next();
  await turn();
  work.end(1);
  await first;
  await outcomes.return(undefined);
  expect(closed).toBe(true);
});
