import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createToolPackage } from '../generators/create-tool-package.js';
import { createMiniature, type Miniature } from '../workspace/create-miniature.js';
import { ownDependencies, readManifest } from '../workspace/find-projects.js';
import { runCommand } from '../workspace/run-command.js';

const ROOT = join(__dirname, '../..');

describe('the generator of a tool', () => {
  let workspace: Miniature;

  beforeAll(() => {
    const contract = 'packages/analysis-tool';
    // A Set grows while it is gone through: what is needed may need more.
    const needed = new Set([contract]);
    for (const folder of needed) {
      for (const name of ownDependencies(readManifest(join(ROOT, folder)))) needed.add(name.replace(/^@[^/]+/, 'packages'));
    }
    workspace = createMiniature(ROOT, [...needed]);
    for (const path of [...[...needed].map((folder) => `${folder}/src`), 'tools/generators', 'LICENSE']) workspace.copy(path);
  });

  afterAll(() => {
    workspace[Symbol.dispose]();
  });

  it('makes a package that compiles and passes its tests as it is', async () => {
    createToolPackage(workspace.root, 'reading-level');
    const cwd = join(workspace.root, 'packages/reading-level-tool');
    const bin = (path: string, ...args: readonly string[]) => runCommand(process.execPath, [join(ROOT, 'node_modules', path), ...args], { cwd });
    const [types, tests] = await Promise.all([
      bin('typescript/bin/tsc', '--noEmit'),
      bin('jest/bin/jest.js', '--config', '../../jest.config.js', '--rootDir', '.'),
    ]);
    expect(types).toEqual({ exitCode: 0, output: '' });
    expect(tests.output).toContain('3 passed, 3 total');
    expect(tests.exitCode).toBe(0);
  }, 120_000);

  it('gives the package the version, the licence and the ranges of its siblings', () => {
    createToolPackage(workspace.root, 'tone-tool');
    const folder = join(workspace.root, 'packages/tone-tool');
    const { version, dependencies, exports, engines } = readManifest(join(ROOT, 'packages/analysis-tool'));
    expect(readManifest(folder)).toMatchObject({
      name: '@discord-intelligence/tone-tool',
      version,
      exports,
      engines,
      dependencies: { '@discord-intelligence/analysis-tool': `^${version}`, zod: dependencies?.zod },
    });
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
  });

  it.each(['', 'Irony', 'irony tool', '../irony', 'irony-', '-irony', '7-seas', 'a'.repeat(40)])('refuses "%s" as a name', (name) => {
    expect(() => createToolPackage(workspace.root, name)).toThrow('does not do as a name');
  });

  it('overwrites nothing', () => {
    expect(() => createToolPackage(workspace.root, 'analysis')).toThrow('packages/analysis-tool is already there');
  });
});
