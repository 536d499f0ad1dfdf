'use strict';
// A panic in the engine is an error of that call; the next call works. Needs the build with test hooks.
const assert = require('node:assert/strict');
const { load, settled, child } = require('./support.cjs');

child(async () => {
  const tidemark = load();
  const { convert, convertSync, ConvertError } = tidemark;
  const bad = '<!--tidemark:panic--><p>x';
  for (let round = 0; round < 100; round++) {
    const [first, second] = await Promise.allSettled([convert(bad), convert('<b>fine</b>')]);
    assert.equal(first.status, 'rejected');
    assert.ok(first.reason instanceof ConvertError);
    assert.equal(first.reason.code, 'ERR_INTERNAL');
    assert.match(first.reason.message, /provoked by a test in main\.testHook/);
    assert.equal(second.value, '**fine**');
    assert.throws(() => convertSync(bad), { name: 'ConvertError', code: 'ERR_INTERNAL' });
    assert.equal(convertSync('<b>fine</b>'), '**fine**');
  }
  assert.equal(tidemark.stats().failed, 100);
  await settled(tidemark);
});
