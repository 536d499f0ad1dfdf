'use strict';
// 100,000 calls leave nothing behind. A lost input or result would show as 100 MB and more.
const assert = require('node:assert/strict');
const { load, article, settled, child } = require('./support.cjs');

child(async () => {
  const tidemark = load();
  const html = article(1);
  const bytes = Buffer.from(html);
  const run = async (calls) => {
    for (let i = 0; i < calls; i += 1000) {
      await Promise.all(Array.from({ length: 1000 }, (_, k) => tidemark.convert(k % 2 ? html : bytes)));
    }
  };
  await run(100_000); // V8's own heap grows to its size meanwhile
  const before = process.memoryUsage().rss;
  await run(100_000);
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(JSON.stringify({ grownMB: Math.round(grown) }));
  assert.ok(grown < 64, `${grown} MB more`);
  await settled(tidemark);
});
