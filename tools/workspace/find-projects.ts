import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The npm scope of every project in this repository. */
export const SCOPE = '@discord-intelligence';

/** The part of a `package.json` that the tools read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly private?: boolean;
  readonly sideEffects?: boolean;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly workspaces?: readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly nx?: { readonly tags?: readonly string[] };
}

/** One project of the workspace. */
export interface Project {
  /** The package name, scope included. */
  readonly name: string;
  /** Where it lives, relative to the root, with forward slashes: `packages/config`. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** True if it is published; apps, fakes, tools and benchmarks are not. */
  readonly isPublished: boolean;
}

/**
 * Every project that the root manifest's `workspaces` name, sorted by folder.
 *
 * @throws {Error} if a manifest is missing or is no JSON.
 */
export function findProjects(root: string): readonly Project[] {
  const { workspaces = [] } = readManifest(root);
  return workspaces
    .flatMap((pattern) => foldersOf(root, pattern))
    .sort()
    .map((folder) => {
      const manifest = readManifest(join(root, folder));
      return { name: manifest.name, folder, manifest, isPublished: manifest.private !== true };
    });
}

/**
 * Reads the `package.json` of a folder.
 *
 * @throws {Error} if it is missing or is no JSON.
 */
export function readManifest(folder: string): Manifest {
  // npm refuses a manifest without name and version long before this code sees it.
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The projects of this repository that a project's manifest names, in any of its lists. */
export function ownDependencies({ dependencies, devDependencies, peerDependencies }: Manifest): readonly string[] {
  return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }).filter((name) =>
    name.startsWith(`${SCOPE}/`),
  );
}

/** Workspace patterns here are a folder's name or `folder/*`. */
function foldersOf(root: string, pattern: string): readonly string[] {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  return readdirSync(join(root, parent))
    .map((name) => `${parent}/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}
