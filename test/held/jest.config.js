// The tests for which calls must wait or run for as long as they like. In the build with test hooks a document that begins with
// <!--tidemark:wait--> is converted until its call is cancelled, so that their order does not hang on the speed of the machine.
const { join } = require('node:path');
const base = require('../../jest.config.js');

const rootDir = join(__dirname, '../..');

// Two addons cannot be loaded in a process, so these tests have a run of their own. Jest's workers inherit this.
process.env.TIDEMARK_BINARY_PATH = join(rootDir, 'build', 'tidemark.testhooks.node');

/** @type {import('jest').Config} */
module.exports = { ...base, rootDir, testMatch: ['<rootDir>/test/held/**/*.test.ts'], testPathIgnorePatterns: [] };
