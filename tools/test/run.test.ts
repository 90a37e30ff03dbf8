import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createMiniature, type Miniature } from '../workspace/create-miniature.js';
import { runCommand } from '../workspace/run-command.js';

const ROOT = join(__dirname, '../..');
const PASSING = "import { expect, it } from '@jest/globals';\nit('adds', () => { expect(1 + 1).toBe(2); });\n";
const MIXED = `${PASSING}it('fails', () => { expect(1 + 1).toBe(3); });\nit.skip('waits', () => {});\n`;
const CRASHING = "import { it } from '@jest/globals';\nit('dies', () => { process.kill(process.pid, 'SIGKILL'); });\n";

describe('npm test', () => {
  let workspace: Miniature;

  beforeAll(() => {
    workspace = createMiniature(ROOT, ['packages/config', 'packages/response-models', 'packages/testing']);
    workspace.write('packages/config/test/a.test.ts', PASSING);
  });

  afterAll(() => {
    workspace[Symbol.dispose]();
  });

  async function runTests(...flags: readonly string[]): Promise<{ exitCode: number; lastLine: string | undefined; output: string }> {
    const program = join(ROOT, 'tools/test/run.ts');
    const { exitCode, output } = await runCommand(process.execPath, ['--import', 'tsx', program, ...flags], { cwd: workspace.root });
    return { exitCode, lastLine: output.trimEnd().split('\n').at(-1), output };
  }

  it('counts the tests of every project, and counts them again when the results come from the cache', async () => {
    workspace.write('packages/response-models/test/a.test.ts', PASSING);
    workspace.write('packages/testing/test/a.test.ts', PASSING);
    expect(await runTests()).toMatchObject({ exitCode: 0, lastLine: '3 passed, 0 failed' });

    const again = await runTests();
    expect(again).toMatchObject({ exitCode: 0, lastLine: '3 passed, 0 failed' });
    expect(again.output).toContain('local cache');
  }, 120_000);

  it('counts a crashed project as a failure, whatever an earlier run left behind, and names it', async () => {
    workspace.write('packages/response-models/test/a.test.ts', MIXED);
    workspace.write('packages/testing/test/a.test.ts', CRASHING);
    const { exitCode, lastLine, output } = await runTests();
    expect({ exitCode, lastLine }).toEqual({ exitCode: 1, lastLine: '2 passed, 2 failed, 1 skipped' });
    expect(output).toContain('@discord-intelligence/testing has tests but left no count');
  }, 120_000);

  it('refuses a flag that would leave projects out', async () => {
    const { exitCode, output } = await runTests('--projects=packages/config');
    expect(exitCode).toBe(2);
    expect(output).toContain('npx nx test @discord-intelligence/<name>');
  }, 60_000);
});
