'use strict';
// An addon built without the tag async_runtime has no workers: the same API converts in place. Needs that build.
const assert = require('node:assert/strict');
const { load, child } = require('./support.cjs');

child(async () => {
  const { AsyncConverter, configure, convert, convertAll, convertSync, stats, close } = load();
  assert.equal(stats().workers, 0);
  configure({ concurrency: 4 });
  assert.equal(await convert('<b>x</b>'), '**x**');
  assert.equal(convertSync('<b>x</b>'), '**x**');
  await assert.rejects(convert('<b>x</b>', { maxInputBytes: 1 }), { code: 'ERR_INPUT_TOO_LARGE' });
  for await (const markdown of convertAll(['<b>x</b>', '<b>x</b>'])) assert.equal(markdown, '**x**');
  const converter = new AsyncConverter();
  let whole = '';
  for await (const part of converter.convertStream(['<b>', Buffer.from('x'), '</b>'])) whole += part;
  assert.equal(whole, '**x**');
  const rules = [{ selector: 'b', replacement: async (content) => `${content}!` }];
  assert.equal(await convert('a <b>x</b>', { rules }), 'a x!');
  let asked = '';
  for await (const part of new AsyncConverter({ rules }).convertStream(['a <b>', 'x</b>'])) asked += part;
  assert.equal(asked, 'a x!');
  assert.equal(
    convertSync('<b>x</b>', { rules: [{ selector: 'b', replacement: (content) => `(${content})` }] }),
    '(x)',
  );
  await close();
  await assert.rejects(convert('x'), { code: 'ERR_CLOSED' });
});
