'use strict';
// Long results are strings that V8 holds in memory of ours: it must give that back, in collections and when a worker ends, with
// results in its hands and in flight.
const assert = require('node:assert/strict');
const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const { load, article, child, settled } = require('./support.cjs');

const long = `<pre>${'spring and neap Łeba '.repeat(20_000)}</pre>`;

async function convertMany(count) {
  const { convert, convertSync } = load();
  const held = await Promise.all(Array.from({ length: count }, () => convert(long)));
  held.push(convertSync(long));
  const expected = `\`\`\`\n${'spring and neap Łeba '.repeat(20_000)}\n\`\`\``;
  assert.ok(held.every((markdown) => markdown === expected && `${markdown}!`.endsWith('```!')));
  return held;
}

if (isMainThread) {
  child(async () => {
    for (let round = 0; round < 5; round++) {
      const workers = await Promise.all(
        Array.from({ length: 2 }, () => {
          const worker = new Worker(__filename);
          return new Promise((resolve, reject) => worker.once('message', () => resolve(worker)).once('error', reject));
        }),
      );
      await convertMany(20);
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
    for (let i = 0; i < 8; i++) await convertMany(20);
    // Those of documents over 4 MiB grow as they come, and change their form.
    for (const letters of ['ebb', 'Ébb', 'Łeba']) {
      const html = `${'<p>Ébb and flow</p>'.repeat(250_000)}${`<p>${letters}</p>`.repeat(50_000)}`;
      const markdown = `${'Ébb and flow\n\n'.repeat(250_000)}${`${letters}\n\n`.repeat(50_000)}`.trimEnd();
      for (const made of [await load().convert(html), load().convertSync(Buffer.from(html))])
        assert.ok(made === markdown);
    }
    globalThis.gc?.();
    await load().convert(article(200));
    await settled(load());
  });
} else {
  convertMany(10).then((held) => {
    parentPort.postMessage(held.length);
    for (let i = 0; i < 50; i++) load().convert(long);
  });
}
