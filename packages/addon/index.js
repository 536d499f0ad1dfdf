'use strict';
const { createRequire } = require('node:module');
const { join } = require('node:path');

// Not by the require of this file, which bundlers follow: they cannot take in a binary. Those who trace files find it by the path.
module.exports = createRequire(__filename)(join(__dirname, 'tidemark.node'));
