import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { findProjects, type Project } from '../workspace/find-projects.js';
import { runNx } from '../workspace/nx.js';
import { runOrThrow } from '../workspace/run-command.js';
import { CLONE_GIT } from './clone-checkout.js';
import type { Registry } from './start-registry.js';

/**
 * Does in the clone what a release does: versions, changelog, commit and tag.
 *
 * @returns the published projects, with the version they now have.
 * @throws {Error} with the output of the step that failed, or saying what the release left undone.
 */
export async function versionAll(clone: string, signal: AbortSignal): Promise<readonly Project[]> {
  const git = (...args: readonly string[]) => runOrThrow('git', args, { cwd: clone, env: CLONE_GIT, signal });
  const isFirst = (await git('tag', '--list', 'v*')).trim() === '';
  const flags = ['--skip-publish', ...(isFirst ? ['--first-release'] : [])];
  const versions = () => publishedProjects(clone).map(({ manifest }) => manifest.version);

  const before = versions();
  await nxOrThrow(clone, ['release', ...flags], signal);
  // Without a `feat` or `fix` since the last release there is nothing to version; the machinery is tried all the same.
  if (versions().join() === before.join()) await nxOrThrow(clone, ['release', 'patch', ...flags], signal);

  const [version = '', ...others] = new Set(versions());
  if (others.length > 0) throw new Error(`The packages go together, yet their versions are ${[version, ...others].join(', ')}`);
  if (before.includes(version)) throw new Error(`The release left the version at ${version}`);
  if (!readFileSync(join(clone, 'CHANGELOG.md'), 'utf8').includes(`## ${version} (`)) throw new Error(`CHANGELOG.md has no entry for ${version}`);
  if ((await git('tag', '--list', `v${version}`)).trim() === '') throw new Error(`The release made no tag v${version}`);
  return publishedProjects(clone);
}

/**
 * Builds every published package and publishes it, dependencies first.
 *
 * @throws {Error} with the output of the step that failed.
 */
export async function publishAll(clone: string, registry: Registry, signal: AbortSignal): Promise<void> {
  appendFileSync(join(clone, '.npmrc'), registry.npmrc);
  // Publishing would build as well; apart, a broken build is not lost among the tarballs' contents.
  await nxOrThrow(clone, ['run-many', '--targets=build', '--projects=packages/*'], signal);
  await nxOrThrow(clone, ['release', 'publish', '--first-release', `--registry=${registry.url}`], signal);
}

function publishedProjects(root: string): readonly Project[] {
  return findProjects(root).filter(({ isPublished }) => isPublished);
}

async function nxOrThrow(clone: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const { exitCode, output } = await runNx(clone, args, { env: CLONE_GIT, signal });
  if (exitCode !== 0) throw new Error(`\`nx ${args.join(' ')}\` ended with ${exitCode}\n${output.slice(-6_000)}`);
}
