// Writes a project's counts beside its coverage, so that one run over all
// projects (cached ones included) can end with one total.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

module.exports = class TallyReporter {
  #folder;

  constructor({ rootDir }) {
    this.#folder = join(rootDir, 'coverage');
  }

  onRunComplete(_contexts, results) {
    const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, numRuntimeErrorTestSuites } = results;
    mkdirSync(this.#folder, { recursive: true });
    // A suite that cannot even load counts as a failure of its own.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    writeFileSync(join(this.#folder, 'tally.json'), JSON.stringify({ passed, failed, skipped }));
  }
};
