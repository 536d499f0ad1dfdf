'use strict';
// An environment with thousands of waiting calls does not starve another with one.
const assert = require('node:assert/strict');
const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const { load, article, child } = require('./support.cjs');

if (isMainThread) {
  child(async () => {
    const { convert } = load();
    const flood = new Worker(__filename);
    await new Promise((resolve) => flood.once('message', resolve));
    // Were the other environment served first, these would wait for the end of it.
    for (let i = 0; i < 20; i++) assert.equal(await convert('<p>one</p>'), 'one');
    await flood.terminate();
  });
} else {
  const { convert } = load();
  const html = article(100);
  const flood = () => convert(html).then(flood); // without end
  for (let i = 0; i < 2000; i++) flood();
  parentPort.postMessage('begun');
}
