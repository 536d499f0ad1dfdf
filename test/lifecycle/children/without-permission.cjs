'use strict';
// A runtime that may not load addons: the error says so. For Deno without --allow-ffi.
const assert = require('node:assert/strict');
const { load, child } = require('./support.cjs');

child(async () => {
  assert.throws(load, /could not load its native addon.*Requires ffi access/s);
});
