'use strict';
// A clock of the tests' own, which stands still, installed before the package is loaded or after: calls end all the same. Long texts
// and floods of results take several turns of the event loop, which must not be asked for by a timer, and one that waits for memory must
// not look again by one.
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { Worker } = require('node:worker_threads');
const { load, child } = require('./support.cjs');

const { install } = require('@sinonjs/fake-timers');
const options = { toFake: ['setImmediate', 'setTimeout', 'setInterval', 'nextTick', 'queueMicrotask', 'performance'] };
const before = process.argv[2] === 'before';

if (before) install(options);
const tidemark = load();
if (!before) install(options);

child(async () => {
  const { AsyncConverter, close, convert, convertAll } = tidemark;
  assert.equal(await convert('<p>ebb'), 'ebb');
  const long = 'x'.repeat(5 * 2 ** 20);
  assert.equal(await convert(long), long);
  const many = await Promise.all(Array.from({ length: 5000 }, (_, i) => convert(`<p>${i}`)));
  assert.equal(many.at(-1), '4999');
  let count = 0;
  for await (const _ of convertAll(Array(1000).fill('<p>ebb'), { concurrency: 1000 })) count++;
  assert.equal(count, 1000);
  const signal = AbortSignal.abort('enough');
  await assert.rejects(new AsyncConverter().convertStream([], { signal }).next(), (reason) => reason === 'enough');
  await afterAnotherEnvironment(tidemark);
  await close();
});

/** Converts what there is room for when a worker lets go of what it holds. */
async function afterAnotherEnvironment({ configure, convertAll }) {
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     require(workerData).convert('ebb '.repeat(3 * 2 ** 20)).then((held) => {
       parentPort.postMessage('holds');
       parentPort.once('message', () => {
         parentPort.postMessage('still holds');
         parentPort.once('message', () => process.exit(Number(held === '')));
       });
     });`,
    { eval: true, workerData: require.resolve('../../..') },
  );
  await once(worker, 'message');
  configure({ memoryLimit: 12.5 * 2 ** 20 });
  const next = convertAll(['ebb '.repeat(2 ** 18)]).next();
  worker.postMessage('');
  await once(worker, 'message');
  worker.postMessage('');
  assert.equal((await next).value.length, 2 ** 20 - 1);
  configure({ memoryLimit: 0 });
}
