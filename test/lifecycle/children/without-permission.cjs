'use strict';
// A runtime that may not load addons: the error says so, and WebAssembly does the work. For Deno without --allow-ffi, which has no --allow-sys either.
const assert = require('node:assert/strict');
const { load, child } = require('./support.cjs');

child(async () => {
  process.env.TIDEMARK_BACKEND = 'addon';
  assert.throws(load, /could not load its native addon.*Requires ffi access/s);
  process.env.TIDEMARK_BACKEND = 'wasm';
  assert.equal(load().convertSync('<b>ebb</b>'), '**ebb**');
});
