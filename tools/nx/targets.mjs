import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Every project is built, tested, linted and checked in the same way, so no
 * manifest says so: this plugin names the targets, and `targetDefaults` in
 * nx.json says what each one runs.
 *
 * @type {import('@nx/devkit').CreateNodesV2}
 */
export const createNodesV2 = [
  '{packages/*,apps/*,tools,benchmarks}/package.json',
  (manifests, _options, { workspaceRoot }) =>
    manifests.map((manifest) => {
      const root = dirname(manifest);
      const { private: isPrivate } = JSON.parse(readFileSync(join(workspaceRoot, manifest), 'utf8'));
      const targets = { lint: {}, typecheck: {} };
      if (existsSync(join(workspaceRoot, root, 'test'))) targets.test = {};
      // The fakes of packages/testing are private and no app: they run from source only.
      if (!isPrivate || root.startsWith('apps/')) targets.build = {};
      if (!isPrivate) targets['pack-check'] = {};
      return [manifest, { projects: { [root]: { root, targets } } }];
    }),
];
