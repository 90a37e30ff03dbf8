import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How many tests of a run ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Where `tools/jest/tally-reporter.cjs` leaves a project's counts; Nx restores it with a cached result. */
const TALLY_FILE = 'coverage/tally.json';

/** Forgets the counts of earlier runs, so that a project which crashes has none. */
export function clearTally(projectFolder: string): void {
  rmSync(join(projectFolder, TALLY_FILE), { force: true });
}

/** The counts of a project's last run; `undefined` if there are none or they are damaged. */
export function readTally(projectFolder: string): Tally | undefined {
  try {
    const { passed, failed, skipped } = JSON.parse(readFileSync(join(projectFolder, TALLY_FILE), 'utf8')) as Record<string, unknown>;
    return isCount(passed) && isCount(failed) && isCount(skipped) ? { passed, failed, skipped } : undefined;
  } catch {
    return undefined;
  }
}

/** True if the project has at least one file that the test runner would pick up. */
export function hasTests(projectFolder: string): boolean {
  try {
    return readdirSync(join(projectFolder, 'test'), { recursive: true, encoding: 'utf8' }).some((path) => path.endsWith('.test.ts'));
  } catch {
    return false;
  }
}

/** Sums counts. */
export function addUp(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of a run: `12 passed, 0 failed`, and the skipped ones if there are any. */
export function finalLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
