import { setImmediate } from 'node:timers/promises';
import type { Input } from 'tidemark';

/** A source for `convertAll` that says what is done with it. */
export class Source implements AsyncIterableIterator<Input> {
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
export const few = (count: number, fails: number[] = []) =>
  new Source((i) => (i < count ? (fails.includes(i) ? (5 as never) : `<p>${i}`) : undefined));

export async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of iterable) list.push(item);
  return list;
}

/** Promises that can settle without the pool have settled after a turn of the event loop. */
export const turn = () => setImmediate();
