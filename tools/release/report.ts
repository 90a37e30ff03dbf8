import { SCOPE } from '../workspace/find-projects.js';
import type { TarballCheck } from './check-tarball.js';
import { type TrialResult, TRIALS } from './try-package.js';

/** How one package fared. */
export interface PackageReport {
  readonly name: string;
  readonly version: string;
  readonly tarball: TarballCheck;
  readonly trial: TrialResult;
  readonly seconds: number;
}

/** True if nothing is wrong with the package. */
export function isFit({ tarball, trial }: PackageReport): boolean {
  return tarball.complaints.length === 0 && trial.failure === undefined;
}

/** One line a package, and below the table what went wrong in full. */
export function describeReports(reports: readonly PackageReport[]): string {
  const rows = [
    ['package', 'version', 'files', 'size', 'tarball', ...TRIALS, 'time', 'its consumer program said'],
    ...reports.map(({ name, version, tarball, trial, seconds }) => [
      name.replace(`${SCOPE}/`, ''),
      version,
      String(tarball.fileCount),
      `${Math.ceil(tarball.bytes / 1024)} KiB`,
      tarball.complaints.length === 0 ? 'ok' : 'FAIL',
      ...TRIALS.map((step) => (trial.passed.includes(step) ? 'ok' : trial.failure?.trial === step ? 'FAIL' : '-')),
      `${seconds.toFixed(1)} s`,
      trial.said,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const table = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  const details = reports.flatMap(({ name, tarball, trial }) => [
    ...tarball.complaints.map((complaint) => `${name}: tarball: ${complaint}`),
    ...(trial.failure ? [`${name}: ${trial.failure.trial}:\n${trial.failure.output}`] : []),
  ]);
  return [...table, ...(details.length > 0 ? ['', ...details] : [])].join('\n');
}
