'use strict';
// While every worker is at a document that takes as long as it likes, and as many wait, the event loop turns. Needs the build with
// test hooks, where such a document ends when its call is aborted.
const assert = require('node:assert/strict');
const { load, settled, child } = require('./support.cjs');

child(async () => {
  const tidemark = load();
  const { workers } = tidemark.stats();
  const controller = new AbortController();
  const calls = Array.from({ length: 2 * workers }, () =>
    tidemark.convert('<!--tidemark:wait-->', { signal: controller.signal }),
  );
  const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
  while (tidemark.stats().running < workers) await turn();
  for (let turns = 0; turns < 100; turns++) await turn();
  const { running, queued } = tidemark.stats();
  assert.deepEqual({ running, queued }, { running: workers, queued: workers });
  controller.abort(new Error('enough'));
  for (const { reason } of await Promise.allSettled(calls)) assert.equal(reason.message, 'enough');
  await settled(tidemark);
});
