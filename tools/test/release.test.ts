import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { checkTarball, type TarballCheck } from '../release/check-tarball.js';
import { type Registry, startRegistry } from '../release/start-registry.js';
import { type TrialResult, tryPackage } from '../release/try-package.js';
import { type Project, readManifest, SCOPE } from '../workspace/find-projects.js';
import { runOrThrow } from '../workspace/run-command.js';

const ROOT = join(__dirname, '../..');
const { signal } = new AbortController();

/** A package as a build leaves it; `undefined` in a variation leaves a file out. */
const SOUND = {
  'README.md': '# greeter\n',
  LICENSE: 'MIT\n',
  'dist/index.js': "export const greet = () => 'hello';\n",
  'dist/index.cjs': "exports.greet = () => 'hello';\n",
  'dist/index.d.ts': 'export declare const greet: () => string;\n',
  'dist/index.d.cts': 'export declare const greet: () => string;\n',
} as const;

describe('the release rehearsal', () => {
  let temp: string;
  let workspace: string;
  let registry: Registry;

  beforeAll(async () => {
    temp = realpathSync(mkdtempSync(join(tmpdir(), 'discord-intelligence-release-')));
    // Beside the consumers, not above them: what a consumer did not install it must not find.
    workspace = join(temp, 'workspace');
    mkdirSync(workspace);
    for (const shared of ['node_modules', 'tools']) symlinkSync(join(ROOT, shared), join(workspace, shared), 'dir');
    registry = await startRegistry(join(temp, 'registry'));
  }, 60_000);

  afterAll(async () => {
    await registry[Symbol.asyncDispose]();
    rmSync(temp, { recursive: true, force: true });
  });

  /** Publishes a variation of the sound package and puts it through what a release goes through. */
  async function rehearse(
    name: string,
    variation: Readonly<Record<string, string | undefined>> = {},
    files: readonly string[] = ['dist'],
  ): Promise<{ tarball: TarballCheck; trial: TrialResult }> {
    const folder = `packages/${name}`;
    const entry = { import: { types: './dist/index.d.ts', default: './dist/index.js' }, require: { types: './dist/index.d.cts', default: './dist/index.cjs' } };
    const manifest = { name: `${SCOPE}/${name}`, version: '1.2.3', license: 'MIT', type: 'module', files, exports: { '.': entry, './package.json': './package.json' } };
    const smoke = `import { greet } from '${SCOPE}/${name}';\nexport async function smoke(): Promise<string> {\n  return greet();\n}\n`;
    const written: Record<string, string | undefined> = { ...SOUND, 'test/smoke.ts': smoke, 'package.json': JSON.stringify(manifest), '.npmrc': registry.npmrc, ...variation };
    for (const [path, content] of Object.entries(written)) {
      if (content === undefined) continue;
      mkdirSync(dirname(join(workspace, folder, path)), { recursive: true });
      writeFileSync(join(workspace, folder, path), content);
    }
    await runOrThrow('npm', ['publish'], { cwd: join(workspace, folder) });
    const project: Project = { name: manifest.name, folder, manifest: readManifest(join(workspace, folder)), isPublished: true };
    return {
      tarball: await checkTarball(project, registry, join(temp, `${name}.tgz`)),
      trial: await tryPackage(project, { workspace, folder: join(temp, 'consumers', name), registry, signal }),
    };
  }

  it('passes a sound package and repeats what its consumer program said', async () => {
    const { tarball, trial } = await rehearse('sound');
    expect(tarball.complaints).toEqual([]);
    expect(trial).toEqual({ passed: ['install', 'types', 'exports', 'esm', 'cjs'], said: 'hello' });
  }, 90_000);

  it('fails a package that imports what it does not declare', async () => {
    const { trial } = await rehearse('undeclared', { 'dist/index.js': `import 'zod';\n${SOUND['dist/index.js']}` });
    expect(trial).toMatchObject({ passed: ['install', 'types'], failure: { trial: 'exports' } });
    expect(trial.failure?.output).toContain("Cannot find package 'zod'");
  }, 90_000);

  it('fails a package whose declarations do not compile for a strict consumer', async () => {
    const { trial } = await rehearse('mistyped', { 'dist/index.d.cts': "import type { Missing } from 'nowhere';\nexport declare const greet: () => Missing;\n" });
    expect(trial).toMatchObject({ passed: ['install'], failure: { trial: 'types' } });
    expect(trial.failure?.output).toContain("Cannot find module 'nowhere'");
  }, 90_000);

  it('fails a package without a consumer program, or with files it should not or does not ship', async () => {
    const { tarball, trial } = await rehearse(
      'careless',
      { 'test/smoke.ts': undefined, LICENSE: undefined, '.env': 'KEY=secret\n', 'test/a.test.ts': 'export {};\n', 'dist/index.d.cts': undefined },
      ['dist', 'test', '.env'],
    );
    expect([...tarball.complaints].sort()).toEqual([
      '.env does not belong there',
      'LICENSE is missing',
      'dist/index.d.cts is missing',
      'test/a.test.ts does not belong there',
    ]);
    expect(trial.failure?.output).toContain('test/smoke.ts is missing');
  }, 90_000);
});
