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
    let drained = false;
    flood.once('message', () => {
      drained = true;
    });
    for (let i = 0; i < 20; i++) await convert('<p>one</p>');
    assert.equal(drained, false, 'the flood was over before');
    await flood.terminate();
  });
} else {
  const { convert } = load();
  const calls = Array.from({ length: 2000 }, () => convert(article(100)));
  parentPort.postMessage('begun');
  Promise.all(calls).then(() => parentPort.postMessage('drained'));
}
