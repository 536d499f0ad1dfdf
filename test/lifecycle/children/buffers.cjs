'use strict';
// The input is copied when the call is made: what happens to the buffer afterwards does not matter.
const assert = require('node:assert/strict');
const { load, article, child } = require('./support.cjs');

child(async () => {
  const { convert, convertSync } = load();
  const html = article(200);
  const expected = convertSync(html);
  const fresh = () => new TextEncoder().encode(html);

  for (let round = 0; round < 20; round++) {
    const moved = fresh();
    const first = convert(moved);
    structuredClone(moved.buffer, { transfer: [moved.buffer] }); // and the new owner is garbage at once
    assert.equal(moved.byteLength, 0);

    const overwritten = fresh();
    const second = convert(overwritten.buffer);
    overwritten.fill(0x3c);

    const calls = [first, second];
    if (typeof ArrayBuffer.prototype.resize === 'function') {
      const shrinking = new ArrayBuffer(html.length * 2, { maxByteLength: html.length * 2 });
      const { written } = new TextEncoder().encodeInto(html, new Uint8Array(shrinking));
      shrinking.resize(written);
      calls.push(convert(shrinking));
      shrinking.resize(0);
    }
    if (typeof SharedArrayBuffer === 'function') {
      const bytes = fresh();
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      calls.push(convert(shared));
    }
    global.gc?.();
    for (const markdown of await Promise.all(calls)) assert.equal(markdown, expected);
  }
});
