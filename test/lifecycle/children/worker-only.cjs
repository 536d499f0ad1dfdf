'use strict';
// The addon is loaded by worker threads alone, and each ends before the next begins: the library is never loaded by the main
// thread, and Node.js would unload it with the last environment if it could.
const assert = require('node:assert/strict');
const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const { load, article, child } = require('./support.cjs');

if (isMainThread) {
  child(async () => {
    for (let round = 0; round < 5; round++) {
      const worker = new Worker(__filename);
      const [message, code] = await Promise.all([
        new Promise((resolve) => worker.once('message', resolve)),
        new Promise((resolve) => worker.once('exit', resolve)),
      ]);
      assert.equal(message, 20);
      assert.equal(code, 0);
    }
  });
} else {
  const { convert } = load();
  Promise.all(Array.from({ length: 20 }, () => convert(article(5)))).then((all) => parentPort.postMessage(all.length));
}
