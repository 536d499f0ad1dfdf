/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // These have configurations of their own, which take another build of the addon, or none.
  testPathIgnorePatterns: ['<rootDir>/test/held/', '<rootDir>/test/wasm/'],
  // No test is about time: one that takes so long hangs.
  testTimeout: 600_000,
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // The Go modules and what they build hold no JavaScript.
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/bench/'],
  reporters: process.env.CI ? ['default', '<rootDir>/scripts/closing-line.cjs'] : ['default'],
};
