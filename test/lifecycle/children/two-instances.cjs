'use strict';
// Two copies of the package in one thread, as after a cleared module cache: each has its own environment.
const assert = require('node:assert/strict');
const { load, article, settled, child } = require('./support.cjs');

child(async () => {
  const first = load();
  for (const file of Object.keys(require.cache)) if (!file.includes('children')) delete require.cache[file];
  const second = load();
  assert.notEqual(first, second);
  assert.notEqual(first.ConvertError, second.ConvertError);

  const html = article(10);
  const expected = first.convertSync(html);
  const calls = Array.from({ length: 200 }, (_, i) => (i % 2 ? first : second).convert(html));
  for (const markdown of await Promise.all(calls)) assert.equal(markdown, expected);
  await first.close();
  await assert.rejects(first.convert('x'), { code: 'ERR_CLOSED' });
  assert.equal(await second.convert('x'), 'x');
  await settled(second, second.stats().environments);
});
