import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { stats } from 'tidemark';
import TurndownService from 'tidemark/turndown';

const long = '<h1>Tides</h1><ul><li>a <b>b</b></li></ul><pre><code>c</code></pre>'.repeat(20_000);
const asking = () => new TurndownService().addRule('b', { filter: 'b', replacement: (content) => `(${content})` });

describe('turndownAsync', () => {
  test('gives what turndown gives', async () => {
    for (const service of [new TurndownService(), asking()]) {
      expect(await service.turndownAsync(long)).toBe(service.turndown(long));
      expect(await service.turndownAsync('')).toBe('');
    }
  });

  test('takes replacements that return promises, which turndown refuses', async () => {
    let running = 0;
    let most = 0;
    const service = new TurndownService().addRule('b', {
      filter: 'b',
      replacement: async (content) => {
        most = Math.max(most, ++running);
        await new Promise(setImmediate);
        running--;
        return content.toUpperCase();
      },
    });
    expect(await service.turndownAsync('<b>a</b> <i><b>b<b>c</b></b></i>')).toBe('A _BC_');
    expect(most).toBe(2);
    expect(() => service.turndown('<b>a</b>')).toThrow('Use turndownAsync()');
  });

  test('lets the event loop go on', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await new TurndownService().turndownAsync(long);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  test('is aborted, and runs out of time', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    for (const service of [new TurndownService(), asking()]) {
      const aborted = service.turndownAsync(long, { signal: AbortSignal.abort(reason) });
      await expect(aborted).rejects.toBe(reason);
    }
    const never = new TurndownService().addRule('b', {
      filter: 'b',
      replacement: () => new Promise(() => undefined),
    });
    await expect(never.turndownAsync(long, { timeout: 20 })).rejects.toMatchObject({ code: 'ERR_TIMEOUT' });
    const waiting = never.turndownAsync(long, { signal: controller.signal });
    setImmediate(() => controller.abort(reason));
    await expect(waiting).rejects.toBe(reason);
  });

  test('refuses what is no call, and what a service refuses', async () => {
    const service = new TurndownService();
    const wrong = { signal: 1 } as unknown as TurndownService.Call;
    await expect(service.turndownAsync('a', wrong)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' });
    const filters = asking().keep(() => {
      throw new RangeError('mine');
    });
    await expect(filters.turndownAsync('<u>a</u>')).rejects.toThrow('mine');
  });

  test('leaves nothing behind', async () => {
    await Promise.all(Array.from({ length: 20 }, () => asking().turndownAsync('<b>a</b>')));
    while (stats().running > 0) await new Promise(setImmediate); // one that was aborted before may be at work yet
    expect(stats()).toMatchObject({ queued: 0, running: 0 });
  });
});

test('a worker thread has services of its own', async () => {
  const source = `
    const { parentPort } = require('node:worker_threads');
    const TurndownService = require('tidemark/turndown');
    const service = new TurndownService().addRule('b', { filter: 'b', replacement: (content) => '(' + content + ')' });
    service.turndownAsync('<b>a</b>').then((b) => parentPort.postMessage([service.turndown('<b>a</b> c'), b]));`;
  const worker = new Worker(source, { eval: true });
  expect(await once(worker, 'message')).toEqual([['(a) c', '(a)']]);
  await worker.terminate();
});

describe('nesting', () => {
  const deep = (name: string, depth: number) => `${`<${name}>`.repeat(depth)}a${`</${name}>`.repeat(depth)}`;

  test('of 100,000 elements is no matter', async () => {
    expect(new TurndownService().turndown(deep('div', 100_000))).toBe('a');
    expect(await new TurndownService().turndownAsync(deep('span', 100_000))).toBe('a');
    expect(asking().turndown(deep('div', 100_000).replace('a', '<b>a</b>'))).toBe('(a)');
  });

  test('of rules is called level by level', () => {
    expect(asking().turndown(deep('b', 1000))).toBe(`${'('.repeat(1000)}a${')'.repeat(1000)}`);
  });
});
