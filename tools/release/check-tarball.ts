import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { ownDependencies, type Project } from '../workspace/find-projects.js';
import { runOrThrow } from '../workspace/run-command.js';
import type { Registry } from './start-registry.js';

/** What the registry serves for one package. */
export interface TarballCheck {
  readonly fileCount: number;
  readonly bytes: number;
  /** One sentence for each thing that is wrong; none if the tarball is as it should be. */
  readonly complaints: readonly string[];
}

const REQUIRED = ['README.md', 'LICENSE', 'package.json'];
const UNWANTED = /(?:^|\/)(?:\.env[^/]*|\.npmrc|test|bench|coverage|node_modules|tsconfig[^/]*\.json)(?:\/|$)|\.(?:test|bench)\.[cm]?[jt]s$/;

/**
 * Fetches a published tarball as a consumer would and looks at what is in it.
 *
 * @param path Where to put the tarball.
 */
export async function checkTarball({ name, manifest }: Project, registry: Registry, path: string): Promise<TarballCheck> {
  const packument = (await (await fetch(registry.url + name.replace('/', '%2f'))).json()) as {
    versions?: Record<string, { dist: { tarball: string; shasum: string } }>;
  };
  const published = packument.versions?.[manifest.version];
  if (!published) return { fileCount: 0, bytes: 0, complaints: [`${manifest.version} was not published`] };

  const tarball = Buffer.from(await (await fetch(published.dist.tarball)).arrayBuffer());
  writeFileSync(path, tarball);
  // Every name in an npm tarball starts with `package/`.
  const listing = await runOrThrow('tar', ['-tzf', path], { cwd: dirname(path) });
  const files = listing.trim().split('\n').map((line) => line.replace(/^package\//, ''));

  const ranges = { ...manifest.dependencies, ...manifest.peerDependencies };
  return {
    fileCount: files.length,
    bytes: tarball.length,
    complaints: [
      ...(createHash('sha1').update(tarball).digest('hex') === published.dist.shasum ? [] : ['the tarball differs from its checksum']),
      ...[...REQUIRED, ...exportedFiles(manifest.exports)].filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
      ...files.filter((file) => UNWANTED.test(file)).map((file) => `${file} does not belong there`),
      ...ownDependencies(manifest)
        .filter((dependency) => ranges[dependency] !== `^${manifest.version}`)
        .map((dependency) => `${dependency} is asked for as ${ranges[dependency] ?? 'a development dependency'}, not ^${manifest.version}`),
    ],
  };
}

/** Every file that an `exports` map names, however deep, without the leading `./`. */
function exportedFiles(target: unknown): readonly string[] {
  if (typeof target === 'string') return [target.replace(/^\.\//, '')];
  return typeof target === 'object' && target !== null ? Object.values(target).flatMap(exportedFiles) : [];
}
