import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { AsyncConverter, configure, convert, stats } from 'tidemark';
import { rejection, restorePool } from '../support/pool';
import { blockPool } from './held';

const converter = new AsyncConverter();

async function join(parts: AsyncIterable<string | Uint8Array>): Promise<string> {
  let markdown = '';
  for await (const part of parts) markdown += part;
  return markdown;
}

afterEach(async () => {
  await restorePool();
  while (stats().streams > 0) await setImmediate();
});

describe('while the queue is full', () => {
  test('a chunk is copied before the write is done, and not before there is room', async () => {
    const { free } = await blockPool();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    const stream = converter.stream();
    const chunk = Buffer.from('<p>tide');
    let taken = false;
    const written = new Promise<void>((resolve) => {
      stream.write(chunk, () => {
        taken = true;
        chunk.fill('x');
        resolve();
      });
    });
    for (let turn = 0; turn < 10; turn++) await setImmediate();
    expect(taken).toBe(false);
    free();
    await waiting;
    await written;
    stream.end();
    expect(await join(stream)).toBe('tide');
  });

  test('a stream that waits can be given up', async () => {
    const { free } = await blockPool();
    configure({ maxQueue: 1 });
    const waiting = convert('ebb');
    const controller = new AbortController();
    const failed = rejection(join(converter.convertStream(['<p>flow'], { signal: controller.signal })));
    await setImmediate();
    controller.abort(new RangeError('stop'));
    expect(await failed).toMatchObject({ message: 'stop' });
    free();
    expect(await waiting).toBe('ebb');
  });
});
