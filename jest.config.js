/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
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
