'use strict';
// While both workers are busy with documents that take long, the event loop turns. A converter that held it would let it turn
// once per document; the delays are printed for whoever wants to know.
const assert = require('node:assert/strict');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { load, article, child } = require('./support.cjs');

child(async () => {
  const { convert } = load();
  const html = article(4096);
  const documents = 8;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let turns = 0;
  let busy = true;
  const turn = () => {
    turns++;
    if (busy) setTimeout(turn, 1);
  };
  const calls = Array.from({ length: documents }, () => convert(html));
  delay.enable();
  turn();
  await Promise.all(calls);
  busy = false;
  delay.disable();
  console.log(
    JSON.stringify({ turns, p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 }),
  );
  assert.ok(turns > 10 * documents, `the loop turned ${turns} times`);
});
