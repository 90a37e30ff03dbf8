/**
 * `npm run rehearse`: a whole release on a throw-away clone and a throw-away
 * registry, then every package alone in a stranger's project.
 *
 * `--keep` leaves the temp folder for a look inside.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkTarball } from './check-tarball.js';
import { cloneCheckout } from './clone-checkout.js';
import { publishAll, versionAll } from './publish-all.js';
import { describeReports, isFit, type PackageReport } from './report.js';
import { startRegistry } from './start-registry.js';
import { tryPackage } from './try-package.js';

const start = performance.now();
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stop.abort(new Error(`stopped by ${signal}`));
  });
}

const isKept = process.argv.includes('--keep');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'discord-intelligence-rehearsal-')));
let isGood = false;
try {
  isGood = await rehearse(process.cwd(), folder, stop.signal);
} catch (error) {
  // An abort surfaces as an error of whatever it interrupted; why it came is in the signal.
  const reason: unknown = stop.signal.aborted ? stop.signal.reason : error;
  console.error(reason instanceof Error ? reason.message : reason);
} finally {
  if (isKept) console.log(`Left behind: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
console.log(`${isGood ? 'The release is fit' : 'The release is NOT fit'} (${seconds(start).toFixed(0)} s)`);
// The registry's library keeps timers of its own, so nothing else would end the process.
process.exit(isGood ? 0 : 1);

async function rehearse(root: string, temp: string, signal: AbortSignal): Promise<boolean> {
  const clone = join(temp, 'clone');
  await step('clone', () => cloneCheckout(root, clone, signal));
  const projects = await step('version and changelog', () => versionAll(clone, signal));
  await using registry = await startRegistry(join(temp, 'registry'));
  await step(`build and publish ${projects.length} packages`, () => publishAll(clone, registry, signal));

  const reports: PackageReport[] = [];
  await step('install and use each one alone', () =>
    eachOf(projects, async (project) => {
      const begin = performance.now();
      const name = project.folder.replaceAll('/', '-');
      const tarball = await checkTarball(project, registry, join(temp, `${name}.tgz`));
      const trial = await tryPackage(project, { workspace: clone, folder: join(temp, 'consumers', name), registry, signal });
      reports.push({ name: project.name, version: project.manifest.version, tarball, trial, seconds: seconds(begin) });
    }),
  );
  console.log(`\n${describeReports(reports.sort((a, b) => a.name.localeCompare(b.name)))}\n`);
  return projects.length > 0 && reports.every(isFit);
}

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  process.stdout.write(`${title} … `);
  const result = await work();
  console.log(`${seconds(begin).toFixed(1)} s`);
  return result;
}

/** As many at a time as the machine has cores. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
