import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * One recipe for every project, run from the root (all tests, one process) or
 * by Nx with `--rootDir .` inside a project (only what a change touches).
 *
 * @type {import('jest').Config}
 */
export default {
  testEnvironment: 'node',
  // Sibling packages resolve to their sources: nothing is built before a test.
  testEnvironmentOptions: { customExportConditions: ['@discord-intelligence/source', 'node', 'node-addons'] },
  testMatch: ['**/test/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.*/dist/', '<rootDir>/.nx/'],
  transform: {
    '^.+\\.[cm]?ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, sourceMaps: 'inline' },
    ],
  },
  setupFiles: [here('tools/jest/hermetic.cjs')],
  reporters: ['default', here('tools/jest/tally-reporter.cjs')],
  collectCoverageFrom: ['**/src/**/*.ts'],
  // Not v8: that counts a file of types as uncovered code.
  coverageProvider: 'babel',
  restoreMocks: true,
  // A wait in the fakes gives up after 10 s and says what it waited for; Jest's own 5 s would cut it off first.
  testTimeout: 30_000,
};
