import root from '../../jest.config.js';

/** @type {import('jest').Config} */
export default {
  ...root,
  rootDir: '../..',
  testMatch: ['<rootDir>/site/test/*.test.ts'],
  testPathIgnorePatterns: [],
};
