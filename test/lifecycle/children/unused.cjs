'use strict';
// Environments that make no call, and end while the Go runtime, which they do not wait for, may still be starting. Go is told of none of them.
const assert = require('node:assert/strict');
const { Worker, isMainThread } = require('node:worker_threads');
const { load, child } = require('./support.cjs');

if (isMainThread) {
  child(async () => {
    const ended = Array.from({ length: 16 }, () => {
      const worker = new Worker(__filename);
      return new Promise((resolve) => worker.once('exit', resolve));
    });
    assert.deepEqual([...new Set(await Promise.all(ended))], [0]);
    const { convertSync, stats } = load();
    assert.equal(convertSync('<b>x'), '**x**');
    assert.equal(stats().environments, 1);
  });
} else {
  load();
}
