'use strict';
// Thousands of signals with JavaScript handlers, while the pool is busy and synchronous calls enter Go. libuv's handler
// on a goroutine's stack would end the process within a second.
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { load, article, child } = require('./support.cjs');

child(async () => {
  const { convert, convertSync } = load();
  const heard = { SIGUSR2: 0, SIGWINCH: 0 };
  for (const signal of Object.keys(heard)) process.on(signal, () => heard[signal]++);

  const html = article(20);
  const expected = convertSync(html);
  const senders = Object.keys(heard).map((signal) =>
    spawn('sh', ['-c', `while kill -${signal.slice(3)} ${process.pid} 2>/dev/null; do :; done`], { stdio: 'ignore' }),
  );
  let calls = 0;
  const goesOn = () => calls < 1000 || heard.SIGUSR2 < 5000 || heard.SIGWINCH < 5000;
  const busy = async () => {
    while (goesOn()) {
      assert.equal(await convert(html), expected);
      calls++;
    }
  };
  const synchronous = async () => {
    while (goesOn()) {
      assert.equal(convertSync('<b>x</b>'), '**x**');
      await new Promise(setImmediate);
    }
  };
  try {
    await Promise.all([busy(), busy(), busy(), busy(), synchronous()]);
  } finally {
    for (const sender of senders) sender.kill('SIGKILL');
  }
  console.log(JSON.stringify({ ...heard, calls }));
});
