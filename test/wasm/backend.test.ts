import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { backend, convert, convertSync, stats } from 'tidemark';
import { nodeScript } from '../support/child';

const article = '<h2>Tides</h2><p>Water <b>rises</b> and <a href="/falls">falls</a>.</p>'.repeat(20_000);

test('it is what runs', () =>
  expect(backend()).toMatchObject({ name: 'wasm', why: 'TIDEMARK_BACKEND asks for it', tried: [] }));

test('the event loop goes on while threads convert', async () => {
  await convert('ebb'); // There is a thread.
  let turns = 0;
  let done = false;
  const call = convert(article).finally(() => {
    done = true;
  });
  while (!done) {
    await setImmediate();
    turns++;
  }
  expect(turns).toBeGreaterThan(10);
  expect(await call).toBe(convertSync(article));
});

test('calls of all kinds at a time, and idle threads hold no process open', () => {
  const source = `
    const { AsyncConverter, convert, convertAll, convertSync } = require('tidemark');
    const documents = Array.from({ length: 200 }, (_, i) => '<p>' + 'tide <i>table</i> '.repeat(i * 20) + i);
    const want = documents.map((html) => convertSync(html));
    const same = (markdown) => console.log(markdown.length === 200 && markdown.every((text, i) => text === want[i]));
    (async () => {
      same(await Promise.all(documents.map((html) => convert(html))));
      same(await Promise.all(documents.map((html) => convert(Buffer.from(html)))));
      same(await Array.fromAsync?.(convertAll(documents)) ?? want);
      const converter = new AsyncConverter();
      same(await Promise.all(documents.map(async (html) => {
        const parts = [];
        for await (const part of converter.convertStream([html.slice(0, 50), html.slice(50)])) parts.push(part);
        return parts.join('');
      })));
    })();`;
  expect(nodeScript(source)).toEqual({ status: 0, stderr: '', stdout: 'true\n'.repeat(4) });
});

test('where threads are not allowed, calls are carried out on the thread that makes them', () => {
  const source = `
    require('node:worker_threads').Worker = class { constructor() { throw new Error('not allowed') } };
    const { AsyncConverter, convert } = require('tidemark');
    (async () => {
      console.log(await convert('<b>ebb</b>'), (await Promise.all([convert('<i>a</i>'), convert('<i>b</i>')])).join());
      const pieces = new AsyncConverter().convertStream(['<p>fl', 'ow</p><p>', 'ebb']);
      for await (const markdown of pieces) console.log(JSON.stringify(markdown));
    })();`;
  const { status, stdout } = nodeScript(source);
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^\*\*ebb\*\* \*a\*,\*b\*\n"flow/) });
});

describe('memory', () => {
  test('of large documents is given back', async () => {
    const large = '<p>tide</p>'.repeat(4_000_000);
    expect((await convert(large)).length).toBe(6 * 4_000_000 - 2);
    await convert('ebb');
    await Promise.all(Array.from({ length: 50 }, () => convert('<p>flow')));
    expect(stats().nativeBytes).toBe(0);
    expect(stats().engineBytes).toBeLessThan(2 ** 29);
  });
});

describe('an engine with test hooks', () => {
  // The backend as js/backend/wasm.ts makes it, but of another module.
  const setUp = `
    const { wasmBackend } = require('./dist/wasm/backend.js');
    const { workerThread } = require('./dist/wasm/worker-thread.js');
    const { compile, thread } = require('./build/wasm.testhooks');
    const { engine, pool } = wasmBackend({ compile, makeThread: () => workerThread(thread()), workers: 1 });
    const waiting = [];
    pool.attach((...batch) => { while (batch.length > 0) { const [token, outcome] = batch.splice(0, 2); waiting[token](outcome); } });
    const call = (html) => new Promise((resolve) => {
      const token = waiting.push(resolve) - 1;
      call.id = pool.submit(0, '', html, html.length, token);
      pool.wakeWorkers();
    });
    const panic = '<!--tidemark:panic-->';
    const wait = '<!--tidemark:wait-->';`;

  test('after a panic the next call has a new one', () => {
    const source = `${setUp}
      (async () => {
        console.log(engine.convertSync('', panic).message, engine.convertSync('', '<b>ebb</b>'));
        console.log((await call(panic)).code, await call('<i>flow</i>'));
      })();`;
    expect(nodeScript(source)).toEqual({
      status: 0,
      stderr: '',
      stdout:
        'Converting failed inside the engine (provoked by a test in main.testHook); please report it with the document. **ebb**\n' +
        'ERR_INTERNAL *flow*\n',
    });
  });

  test('a call that is being carried out is cancelled', () => {
    const source = `${setUp}
      (async () => {
        call(wait);
        const { id } = call;
        while (pool.stats().running === 0) await new Promise(setImmediate);
        pool.cancel(id);
        console.log(await call('<b>ebb</b>'), pool.stats().cancelled);
      })();`;
    expect(nodeScript(source)).toEqual({ status: 0, stderr: '', stdout: '**ebb** 1\n' });
  });

  test('a call that waits is not begun once it is cancelled', () => {
    const source = `${setUp}
      (async () => {
        call(wait);
        const first = call.id;
        while (pool.stats().running === 0) await new Promise(setImmediate);
        call('<b>ebb</b>');
        const second = call.id;
        console.log(pool.stats().queued);
        pool.cancel(second);
        console.log(pool.stats().queued, pool.stats().cancelled);
        pool.cancel(first);
        console.log(await call('<i>flow</i>'), pool.stats().completed);
      })();`;
    expect(nodeScript(source)).toEqual({ status: 0, stderr: '', stdout: '1\n0 1\n*flow* 1\n' });
  });
});
