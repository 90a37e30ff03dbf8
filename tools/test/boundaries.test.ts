import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SCOPE } from '../workspace/find-projects.js';
import { createMiniature, type Miniature } from '../workspace/create-miniature.js';
import { runNx } from '../workspace/nx.js';

const ROOT = join(__dirname, '../..');

/** A foundation that only this test knows: the real ones lie under the flow, and importing it would be a cycle before all else. */
const CORNERSTONE = 'packages/cornerstone';

/** Files that break the rules on purpose, and two that keep them. */
const FILES = {
  'packages/cornerstone/src/reaches-up.ts': `import '${SCOPE}/pipeline';`,
  'packages/config/src/reaches-across.ts': "import '../../response-models/src/index.js';",
  'packages/config/src/reads-environment.ts': 'export const home = process.env.HOME;',
  'packages/sentiment-tool/src/uses-sibling.ts': `import '${SCOPE}/fallacy-tool';`,
  'packages/sentiment-tool/src/uses-discord.ts': "import 'discord.js';",
  'packages/sentiment-tool/src/uses-contract.ts': `import '${SCOPE}/analysis-tool';`,
  'packages/sentiment-tool/src/prints.ts': "console.log('hello');",
  'packages/sentiment-tool/src/reads-environment.ts': 'export const home = process.env.HOME;',
  'packages/pipeline/src/uses-fakes.ts': `import '${SCOPE}/testing';`,
  'packages/pipeline/test/uses-fakes.ts': `import '${SCOPE}/testing';`,
  'apps/bot/src/uses-app.ts': "import '../../cli/src/index.js';",
} as const;

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

describe('the rules of the house, broken on purpose', () => {
  let workspace: Miniature;
  let lintFailed: boolean;
  const findings = new Map<string, string>();

  beforeAll(async () => {
    workspace = createMiniature(ROOT);
    workspace.write(`${CORNERSTONE}/package.json`, JSON.stringify(manifestOf('cornerstone', 'foundation')));
    workspace.write(`${CORNERSTONE}/tsconfig.json`, readFileSync(join(ROOT, 'packages/config/tsconfig.json'), 'utf8'));
    for (const [path, code] of Object.entries(FILES)) workspace.write(path, `${code}\n`);
    const folders = [...new Set(Object.keys(FILES).map((path) => path.split('/').slice(0, 2).join('/')))];
    const { exitCode, output } = await runNx(workspace.root, [
      'run-many',
      '--targets=lint',
      `--projects=${folders.map((folder) => folder.replace(/^\w+/, SCOPE)).join()}`,
      '--skip-nx-cache',
      '--',
      '--format=json',
      '--output-file=lint.json',
    ]);
    lintFailed = exitCode !== 0;
    for (const folder of folders) {
      for (const { filePath, messages } of readReport(join(workspace.root, folder, 'lint.json'), output)) {
        const path = filePath.slice(workspace.root.length + 1);
        findings.set(path, messages.map(({ ruleId, message }) => `${ruleId ?? 'error'}: ${message}`).join('\n'));
      }
    }
  }, 120_000);

  afterAll(() => {
    workspace[Symbol.dispose]();
  });

  it('fails the lint run', () => {
    expect(lintFailed).toBe(true);
  });

  it.each<readonly [string, keyof typeof FILES | 'packages/config/package.json', RegExp]>([
    ['a foundation that imports the flow above it', 'packages/cornerstone/src/reaches-up.ts', /layer:foundation.* can only depend on/],
    ['a relative import into another project', 'packages/config/src/reaches-across.ts', /cannot be imported by a relative/],
    ['a tool that imports another tool', 'packages/sentiment-tool/src/uses-sibling.ts', /layer:tool.* can only depend on/],
    ['a tool that imports the Discord client', 'packages/sentiment-tool/src/uses-discord.ts', /not allowed to import "discord\.js"/],
    ['a package that prints', 'packages/sentiment-tool/src/prints.ts', /no-console/],
    ['a package that reads the environment', 'packages/sentiment-tool/src/reads-environment.ts', /Only packages\/config reads the environment/],
    ['shipped code that imports the fakes', 'packages/pipeline/src/uses-fakes.ts', /layer:flow.* can only depend on/],
    ['an app that imports another app', 'apps/bot/src/uses-app.ts', /cannot be imported by a relative/],
    ['a dependency that the manifest does not declare', 'packages/config/package.json', /missing from "dependencies"/],
  ])('rejects %s', (_title, path, complaint) => {
    expect(findings.get(path)).toMatch(complaint);
  });

  it.each<readonly [string, keyof typeof FILES]>([
    ['a tool that imports the shared contract', 'packages/sentiment-tool/src/uses-contract.ts'],
    ['a test that imports the fakes', 'packages/pipeline/test/uses-fakes.ts'],
    ['the one package that may read the environment', 'packages/config/src/reads-environment.ts'],
  ])('accepts %s', (_title, path) => {
    expect(findings.get(path)).toBe('');
  });
});

function manifestOf(folder: string, layer: string): object {
  const source = './src/index.ts';
  return { name: `${SCOPE}/${folder}`, version: '0.0.0', type: 'module', exports: { '.': source }, nx: { tags: [`layer:${layer}`, `scope:${folder}`] } };
}

function readReport(path: string, output: string): readonly LintedFile[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly LintedFile[];
  } catch (cause) {
    throw new Error(`lint wrote no report to ${path}:\n${output}`, { cause });
  }
}
