'use strict';
// A clock of the tests' own, which stands still, installed before the package is loaded or after: calls end all the same. Long texts
// and floods of results take several turns of the event loop, which must not be asked for by a timer.
const assert = require('node:assert/strict');
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
  await close();
});
