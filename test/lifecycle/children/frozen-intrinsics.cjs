'use strict';
// Every function of the package where the language's own objects are frozen: for `node --frozen-intrinsics`.
const assert = require('node:assert/strict');
const { load, settled, child } = require('./support.cjs');

child(async () => {
  assert.ok(Object.isFrozen(Array.prototype), 'run this with --frozen-intrinsics');
  const tidemark = load();
  const { AsyncConverter, ConvertError, Converter, close, configure, convert, convertAll, convertSync, stats } =
    tidemark;
  const { signal } = new AbortController();
  const inputs = ['<p>ebb', '<p>flow'];
  configure({ maxQueue: 1000 });
  assert.equal(convertSync('<p>ebb', { hr: '***' }), 'ebb');
  assert.equal(new Converter().convert('<p>ebb'), 'ebb');
  assert.equal(await convert('<p>ebb', { signal, timeout: 100_000 }), 'ebb');
  assert.equal(await convert('x'.repeat(3_000_000)), 'x'.repeat(3_000_000));
  assert.throws(() => convertSync('', { headingStlye: 'atx' }), ConvertError);
  await assert.rejects(convert('', { hr: 'x' }), ConvertError);
  await assert.rejects(convert(5), ConvertError);
  await assert.rejects(convert('', { signal: AbortSignal.abort('enough') }), (reason) => reason === 'enough');

  const converter = new AsyncConverter();
  const list = async (iterable) => {
    const all = [];
    for await (const item of iterable) all.push(item);
    return all;
  };
  assert.deepEqual(await list(convertAll(inputs)), ['ebb', 'flow']);
  assert.equal((await list(converter.convertAll(inputs, { errors: 'settle', signal }))).length, 2);
  for await (const _ of convertAll(inputs)) break;
  const iteration = convertAll(inputs);
  await iteration.next();
  await assert.rejects(iteration.throw(new Error('enough')), /enough/);
  assert.equal((await list(converter.convertStream(inputs))).join(''), 'ebb\n\nflow');
  const stream = converter.stream();
  stream.end('<p>ebb');
  assert.equal((await list(stream)).join(''), 'ebb');
  assert.equal((await list(new Blob(inputs).stream().pipeThrough(converter.webStream()))).join(''), 'ebb\n\nflow');
  assert.equal(typeof stats().completed, 'number');
  await settled(tidemark);
  await close();
});
