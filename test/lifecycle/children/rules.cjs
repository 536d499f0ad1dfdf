'use strict';
// Conversions whose rules think, hang, throw or convert, in workers that are terminated in the middle of it and in this thread.
// Afterwards nothing of them is left.
const assert = require('node:assert/strict');
const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const { load, article, settled, eventually, child } = require('./support.cjs');

const rounds = Number(process.env.ROUNDS ?? 16);
const html = article(20);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Rules of which some answer late, never, wrong, or by conversions of their own. */
function rulesOf({ convert, convertSync }, i) {
  const kinds = [
    (content) => content,
    async (content) => {
      await wait(i % 7);
      return content;
    },
    () => new Promise(() => undefined),
    () => {
      throw new Error('no tide');
    },
    () => 5,
    (_, node) => convertSync(node.outerHTML),
    (_, node) => convert(node.innerHTML, { rules: [{ selector: 'b', replacement: async () => 'x' }] }),
    () => null,
  ];
  return [
    { selector: 'a, h2', replacement: kinds[i % kinds.length] },
    { selector: 'p, ul', replacement: kinds[(i >> 3) % kinds.length] },
  ];
}

function flood(tidemark, count) {
  const { convert, AsyncConverter } = tidemark;
  const halves = [html.slice(0, 5000), html.slice(5000)];
  return Array.from({ length: count }, async (_, i) => {
    const rules = rulesOf(tidemark, i);
    const call = i % 3 === 0 ? { timeout: 1 + (i % 40) } : { signal: AbortSignal.timeout(1 + (i % 60)) };
    try {
      if (i % 2) return await convert(html, { rules, ...call });
      let markdown = '';
      for await (const part of new AsyncConverter({ rules }).convertStream(halves, call)) markdown += part;
      return markdown;
    } catch (error) {
      assert.ok(['ERR_RULE', 'ERR_TIMEOUT'].includes(error.code) || error.name === 'TimeoutError', error);
    }
  });
}

if (isMainThread) {
  child(async () => {
    const tidemark = load();
    for (let round = 0; round < rounds; round++) {
      const worker = new Worker(__filename);
      await new Promise((resolve) => worker.once('message', resolve));
      await wait(round % 8);
      await worker.terminate();
    }
    await Promise.all(flood(tidemark, 256));
    await settled(tidemark);
    await eventually(() => assert.equal(tidemark.stats().streams, 0));
    const rules = [{ selector: 'b', replacement: async (content) => `${content}!` }];
    assert.equal(await tidemark.convert('<b>alive</b>', { rules }), 'alive!');
  });
} else {
  flood(load(), 128);
  parentPort.postMessage('in flight');
  setInterval(() => {}, 1000);
}
