'use strict';
// V8 turns out-of-bounds accesses of WebAssembly into errors by catching SIGSEGV, and so does Go with nil pointers: the two
// handlers must find each other while the pool is busy. Stack overflows of JavaScript are errors as before, too.
const assert = require('node:assert/strict');
const { load, article, child } = require('./support.cjs');

// (module (memory 1) (func (export "load") (param i32) (result i32) local.get 0 i32.load))
const bytes = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 127, 1, 127, 3, 2, 1, 0, 5, 3, 1, 0, 1, 7, 8, 1, 4, 108, 111, 97, 100, 0,
  0, 10, 9, 1, 7, 0, 32, 0, 40, 2, 0, 11,
];

function overflow() {
  return overflow() + 1;
}

child(async () => {
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
  const { convert } = load();
  const calls = Array.from({ length: 64 }, () => convert(article(50)));
  for (let i = 0; i < 10_000; i++) assert.throws(() => instance.exports.load(-8 - i), WebAssembly.RuntimeError);
  for (let i = 0; i < 20; i++) assert.throws(overflow, RangeError);
  assert.equal((await Promise.all(calls)).length, 64);
});
