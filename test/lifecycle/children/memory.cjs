'use strict';
// 100,000 calls leave nothing behind. A lost input or result would show as 100 MB and more, in each round; the heaps of V8 and Go
// grow to their sizes in the first, and seldom in one more.
const assert = require('node:assert/strict');
const { load, article, settled, child } = require('./support.cjs');

child(async () => {
  const tidemark = load();
  const html = article(1);
  const bytes = Buffer.from(html);
  const run = async () => {
    for (let i = 0; i < 100_000; i += 1000) {
      await Promise.all(Array.from({ length: 1000 }, (_, k) => tidemark.convert(k % 2 ? html : bytes)));
    }
    return process.memoryUsage().rss / 2 ** 20;
  };
  let before = await run();
  for (let round = 1; ; round++) {
    const now = await run();
    const grown = now - before; // MB
    console.log(JSON.stringify({ grownMB: Math.round(grown) }));
    if (grown < 64) break;
    assert.ok(round < 10, `${grown} MB more, as in each round before`);
    before = now;
  }
  await settled(tidemark);
});
