'use strict';
// Workers are terminated with 300 calls in flight, at different moments of the work; afterwards nothing of them is left.
const assert = require('node:assert/strict');
const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const { load, article, settled, child } = require('./support.cjs');

const rounds = Number(process.env.ROUNDS ?? 40);

if (isMainThread) {
  child(async () => {
    const tidemark = load();
    for (let round = 0; round < rounds; round++) {
      const worker = new Worker(__filename);
      await new Promise((resolve) => worker.once('message', resolve));
      await new Promise((resolve) => setTimeout(resolve, round % 8));
      await worker.terminate();
    }
    await settled(tidemark);
    assert.equal(await tidemark.convert('<b>alive</b>'), '**alive**');
  });
} else {
  const { convert } = load();
  for (let i = 0; i < 300; i++) convert(article(1 + (i % 20)));
  parentPort.postMessage('in flight');
  setInterval(() => {}, 1000);
}
