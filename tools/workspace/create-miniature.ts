import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { findProjects, readManifest } from './find-projects.js';
import { linkDependencies } from './link-dependencies.js';

/** Files and folders that make the rules of the workspace. */
const RULES = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  '.env.example',
  'nx.json',
  'tsconfig.base.json',
  'jest.config.js',
  'eslint.config.js',
  'tsup.config.ts',
  'tools/nx',
  'tools/jest',
];

/** A copy of the workspace in the temp folder; deleted when disposed. */
export interface Miniature extends Disposable {
  readonly root: string;
  /** Writes a file, folders included; the path is relative to the root. */
  write(path: string, content: string): void;
  /** Copies a file or folder of the original to the same place in the copy. */
  copy(path: string): void;
}

/**
 * Builds a miniature of the workspace: its real rules and real manifests, but
 * no code. Each project is an empty `src/index.ts` until a test writes or
 * copies something, so a rule is tried in seconds and on nothing else.
 *
 * @param folders The projects it gets, as folders; all if left out.
 */
export function createMiniature(original: string, folders?: readonly string[]): Miniature {
  // Resolved, because tools that compare paths meet the real one in any case.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'discord-intelligence-miniature-')));
  const miniature: Miniature = {
    root,
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    copy(path) {
      cpSync(join(original, path), join(root, path), { recursive: true });
    },
    [Symbol.dispose]() {
      rmSync(root, { recursive: true, force: true });
    },
  };
  for (const path of RULES) miniature.copy(path);
  if (folders) miniature.write('package.json', JSON.stringify({ ...readManifest(original), workspaces: folders }, null, 2));
  for (const folder of folders ?? findProjects(original).map((project) => project.folder)) {
    miniature.copy(`${folder}/package.json`);
    miniature.copy(`${folder}/tsconfig.json`);
    miniature.write(`${folder}/src/index.ts`, 'export {};\n');
    // A project has a test target when it has tests.
    if (existsSync(join(original, folder, 'test'))) mkdirSync(join(root, folder, 'test'));
  }
  linkDependencies(original, root);
  return miniature;
}
