// The module for Node.js, Bun and Deno.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

exports.version = require('./version.js').version;

/** Compiles the module. */
exports.compile = () => new WebAssembly.Module(fromFile() ?? require('./inline.js').bytes());

/** What a thread runs, as a script. */
exports.thread = () => require('./thread.js').source;

// Where all has been bundled into one file, there is none beside it.
function fromFile() {
  try {
    return readFileSync(join(__dirname, 'tidemark.wasm'));
  } catch {
    return undefined;
  }
}
