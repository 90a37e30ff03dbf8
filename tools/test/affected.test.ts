import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createMiniature, type Miniature } from '../workspace/create-miniature.js';
import { findProjects, ownDependencies, type Project, SCOPE } from '../workspace/find-projects.js';
import { runNx } from '../workspace/nx.js';

const ROOT = join(__dirname, '../..');

describe('affected projects', () => {
  let workspace: Miniature;

  beforeAll(() => {
    workspace = createMiniature(ROOT);
  });

  afterAll(() => {
    workspace[Symbol.dispose]();
  });

  async function affectedBy(path: string): Promise<readonly string[]> {
    const { exitCode, output } = await runNx(workspace.root, ['show', 'projects', '--affected', `--files=${path}`, '--json']);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    return (JSON.parse(output) as string[]).sort();
  }

  it('are a changed tool and everything that stands on it, and nothing else', async () => {
    const tool = `${SCOPE}/sentiment-tool`;
    const affected = await affectedBy('packages/sentiment-tool/src/index.ts');
    expect(affected).toEqual(withDependants(tool, findProjects(ROOT)));
    expect(affected).toContain(`${SCOPE}/pipeline`);
    expect(affected).not.toContain(`${SCOPE}/topic-tool`);
  }, 60_000);

  it('are an app alone when only the app changed', async () => {
    expect(await affectedBy('apps/cli/src/main.ts')).toEqual([`${SCOPE}/cli`]);
  }, 60_000);

  it('are all projects when the test recipe changed', async () => {
    expect(await affectedBy('jest.config.js')).toEqual(
      findProjects(ROOT)
        .map(({ name }) => name)
        .sort(),
    );
  }, 60_000);
});

/** A project and all whose manifests lead to it, over any number of steps. */
function withDependants(name: string, projects: readonly Project[]): readonly string[] {
  const reached = new Set([name]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const project of projects) {
      if (ownDependencies(project.manifest).some((dependency) => reached.has(dependency))) reached.add(project.name);
    }
  }
  return [...reached].sort();
}
