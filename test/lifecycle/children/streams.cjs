'use strict';
// Workers have 5,000 streams at once, of which they abort half; others are terminated with streams open. Afterwards nothing of them
// is left.
const assert = require('node:assert/strict');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const { load, article, settled, eventually, child } = require('./support.cjs');

const workers = 4;
const streams = Number(process.env.STREAMS ?? 5000) / workers;
const chunks = article(6).match(/[\s\S]{1,2000}/g);

if (isMainThread) {
  child(async () => {
    const tidemark = load();
    const run = (end) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(__filename, { workerData: end });
        worker.on('error', reject);
        worker.on('message', (message) => (end === 'terminate' ? worker.terminate() : assert.equal(message, 'done')));
        worker.on('exit', resolve);
      });
    await Promise.all(Array.from({ length: workers }, () => run('finish')));
    await Promise.all(Array.from({ length: workers }, () => run('terminate')));
    await settled(tidemark);
    await eventually(() => assert.equal(tidemark.stats().streams, 0));
    let markdown = '';
    for await (const part of new tidemark.AsyncConverter().convertStream(chunks)) markdown += part;
    assert.equal(markdown, await tidemark.convert(chunks.join('')));
  });
} else {
  const { AsyncConverter, convert } = load();
  const converter = new AsyncConverter();
  const open = async (i, want) => {
    const controller = new AbortController();
    const aborted = i % 2 === 1;
    async function* source() {
      for (const [at, chunk] of chunks.entries()) {
        if (aborted && at === 2) controller.abort(new Error('enough'));
        yield chunk;
        await new Promise((resolve) => setTimeout(resolve, i % 5));
      }
    }
    let markdown = '';
    try {
      for await (const part of converter.convertStream(source(), { signal: controller.signal })) markdown += part;
      assert.equal(aborted, false);
      assert.equal(markdown, want);
    } catch (error) {
      assert.ok(aborted && error.message === 'enough', error);
    }
  };
  convert(chunks.join('')).then(async (want) => {
    const all = Array.from({ length: streams }, (_, i) => open(i, want));
    if (workerData === 'terminate') parentPort.postMessage('open');
    await Promise.all(all);
    parentPort.postMessage('done');
  });
}
