'use strict';
// After calls that succeed, fail, are aborted and time out, nothing is outstanding and the counts add up.
const assert = require('node:assert/strict');
const { load, article, settled, child } = require('./support.cjs');

child(async () => {
  const tidemark = load();
  const { convert, stats } = tidemark;
  await convert('warm');
  const { goroutines } = stats();
  const html = article(30);
  const calls = [];
  for (let i = 0; i < 400; i++) {
    const controller = new AbortController();
    calls.push(convert(html, { signal: controller.signal }));
    calls.push(convert(html, { maxInputBytes: 10 }));
    calls.push(convert(html, { timeout: 1 + (i % 50) }));
    if (i % 2) controller.abort();
    else setTimeout(() => controller.abort(), i % 60);
  }
  const outcomes = await Promise.allSettled(calls);
  await settled(tidemark);
  const { completed, failed, cancelled, goroutines: now } = stats();
  assert.equal(completed + failed + cancelled, outcomes.length + 1, JSON.stringify({ completed, failed, cancelled }));
  assert.equal(failed, 400);
  assert.ok(cancelled > 0);
  assert.equal(now, goroutines);
});
