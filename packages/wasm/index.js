// The module for Node.js, Bun and Deno.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

exports.version = require('./version.js').version;

/** Compiles the module. */
exports.compile = () => new WebAssembly.Module(readFileSync(join(__dirname, 'tidemark.wasm')));

/** What a thread runs, as a script. */
exports.thread = () => require('./thread.js').source;
