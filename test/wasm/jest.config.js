// The tests of the API once more, with WebAssembly in place of the addon, and what there is of it alone.
const { join } = require('node:path');
const base = require('../../jest.config.js');

// Jest's workers inherit this.
process.env.TIDEMARK_BACKEND = 'wasm';

// Those that are about the addon's threads, memory and build are not for it.
const api = [
  'arguments',
  'backpressure',
  'bytes',
  'close',
  'convert',
  'convert-all',
  'golden',
  'options',
  'pool',
  'reset',
  'stream',
  'trace',
  'unread',
];

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: join(__dirname, '../..'),
  testMatch: [
    `<rootDir>/test/api/{${api.join(',')}}.test.ts`,
    '<rootDir>/test/{extract,http,rules,turndown,wasm}/**/*.test.ts',
  ],
  testPathIgnorePatterns: [],
};
