/**
 * `npm test`: runs the tests of every project and ends with one line that
 * counts them all, those with a cached result included.
 */
import { join } from 'node:path';

import { findProjects } from '../workspace/find-projects.js';
import { runNx } from '../workspace/nx.js';
import { addUp, clearTally, finalLine, hasTests, readTally, type Tally } from './tally.js';

const PASSED_ON = /^--(?:skip-nx-cache|skipNxCache|verbose|parallel=\d+)$/;
const ONE_FAILURE: Tally = { passed: 0, failed: 1, skipped: 0 };

const root = process.cwd();
const flags = process.argv.slice(2);
const unknown = flags.filter((flag) => !PASSED_ON.test(flag));

if (unknown.length > 0) {
  console.error(`npm test runs everything and takes --skip-nx-cache, --parallel=N and --verbose only, not ${unknown.join(' ')}.`);
  console.error('For one project: npx nx test @discord-intelligence/<name>');
  process.exitCode = 2;
} else {
  const tally = await runAll();
  console.log(finalLine(tally));
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

async function runAll(): Promise<Tally> {
  const tested = findProjects(root).filter(({ folder }) => hasTests(join(root, folder)));
  for (const { folder } of tested) clearTally(join(root, folder));

  const { exitCode } = await runNx(root, ['run-many', '-t', 'test', '--output-style=stream', ...flags], { output: 'show', timeoutMs: 1_800_000 });

  const tallies = tested.map(({ name, folder }) => {
    const tally = readTally(join(root, folder));
    if (!tally) console.error(`${name} has tests but left no count: it crashed or never ran.`);
    return tally ?? ONE_FAILURE;
  });
  const sum = addUp(tallies);
  if (exitCode === 0 || sum.failed > 0) return sum;
  // A run can fail outside of any test: a project without tests, an open handle, a broken configuration.
  console.error(`The test run ended with ${exitCode} though no test failed; see above.`);
  return addUp([sum, ONE_FAILURE]);
}
