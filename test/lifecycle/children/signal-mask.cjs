'use strict';
// No thread of the Go runtime takes asynchronous signals, and the loading thread's own mask is as before.
const assert = require('node:assert/strict');
const { readdirSync, readFileSync } = require('node:fs');
const { setImmediate } = require('node:timers/promises');
const { load, child } = require('./support.cjs');

const SIGUSR2 = 12;
const SIGTERM = 15;
const SIGURG = 23;
const SIGWINCH = 28;

const tasks = () => readdirSync('/proc/self/task').map(Number);
function blocked(task) {
  const mask = BigInt(
    `0x${/^SigBlk:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/self/task/${task}/status`, 'utf8'))[1]}`,
  );
  return (signal) => ((mask >> BigInt(signal - 1)) & 1n) === 1n;
}

child(async () => {
  const before = new Set(tasks());
  const mask = readFileSync(`/proc/self/task/${process.pid}/status`, 'utf8').match(/^SigBlk.*$/m)[0];
  const { convert, convertSync } = load();
  await Promise.all(Array.from({ length: 100 }, () => convert('<p>a')));
  convertSync('<p>a');
  const added = tasks().filter((task) => !before.has(task));
  assert.ok(added.length >= 3, `the Go runtime has ${added.length} threads`);
  for (const task of added) {
    const isBlocked = blocked(task);
    for (const signal of [SIGUSR2, SIGTERM, SIGWINCH]) assert.ok(isBlocked(signal), `task ${task}, signal ${signal}`);
    // The Go runtime preempts with SIGURG. A thread that is being made has all signals blocked.
    while (blocked(task)(SIGURG)) await setImmediate();
  }
  assert.equal(readFileSync(`/proc/self/task/${process.pid}/status`, 'utf8').match(/^SigBlk.*$/m)[0], mask);
});
