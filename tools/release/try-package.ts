import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Project } from '../workspace/find-projects.js';
import { type CommandOptions, runOrThrow } from '../workspace/run-command.js';
import type { Registry } from './start-registry.js';

/** The steps a package goes through in a stranger's project. */
export const TRIALS = ['install', 'types', 'exports', 'esm', 'cjs'] as const;
export type Trial = (typeof TRIALS)[number];

/** How far a package came, alone in an empty project. */
export interface TrialResult {
  readonly passed: readonly Trial[];
  /** The first step that failed and its output; nothing after it was tried. */
  readonly failure?: { readonly trial: Trial; readonly output: string };
  /** What the package's consumer program said of itself. */
  readonly said: string;
}

/** Where a package keeps its consumer program. */
export const SMOKE_FILE = 'test/smoke.ts';

/**
 * Installs one published package into an empty project outside of the workspace
 * and uses it: strict type check (nodenext as ESM and as CommonJS, bundler),
 * the same exports either way, and the package's own consumer program run as
 * ESM and as CommonJS.
 *
 * @param workspace The clone: source of the consumer program, and of the compiler.
 * @param folder The project's folder; must not exist.
 */
export async function tryPackage(
  { name, folder: sources, manifest }: Project,
  { workspace, folder, registry, signal }: { readonly workspace: string; readonly folder: string; readonly registry: Registry; readonly signal: AbortSignal },
): Promise<TrialResult> {
  const program = join(workspace, sources, SMOKE_FILE);
  if (!existsSync(program)) {
    return { passed: [], failure: { trial: 'install', output: `${sources}/${SMOKE_FILE} is missing; CONTRIBUTING.md says what goes in` }, said: '' };
  }
  writeProject(folder, program, registry);
  const options: CommandOptions = { cwd: folder, signal, timeoutMs: 180_000 };
  // No variable of the developer's may decide what a package does here.
  const run = (file: string) => runOrThrow(process.execPath, [file], { ...options, isBare: true, timeoutMs: 60_000 });
  const compiler = join(workspace, 'tools/release/compile-consumer.ts');
  // From the workspace, where the TypeScript loader is installed; the consumer has nothing but the package.
  const compile = () =>
    runOrThrow(process.execPath, ['--import', 'tsx', compiler, folder, join(workspace, 'node_modules/@types')], { ...options, cwd: workspace });
  const entries = Object.keys(manifest.exports ?? {}).filter((entry) => entry !== './package.json');

  const steps: Record<Trial, () => Promise<string>> = {
    install: () => runOrThrow('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `${name}@${manifest.version}`], options),
    types: compile,
    exports: () => {
      writeFileSync(join(folder, 'exports.mjs'), exportsProgram(entries.map((entry) => name + entry.slice(1))));
      return run('exports.mjs');
    },
    esm: () => run('esm.mjs'),
    cjs: () => run('cjs.cjs'),
  };

  const passed: Trial[] = [];
  let said = '';
  for (const trial of TRIALS) {
    try {
      said = (await steps[trial]()).trim();
      passed.push(trial);
    } catch (error) {
      if (signal.aborted) throw error;
      return { passed, failure: { trial, output: error instanceof Error ? error.message : String(error) }, said: '' };
    }
  }
  return { passed, said };
}

function writeProject(folder: string, program: string, { npmrc }: Registry): void {
  const files: Record<string, string> = {
    '.npmrc': npmrc,
    'package.json': JSON.stringify({ name: 'consumer', version: '1.0.0', private: true, type: 'module' }),
    'esm.mjs': "import { smoke } from './out/smoke.mjs';\nconsole.log(await smoke());\n",
    'cjs.cjs': "const { smoke } = require('./out/smoke.cjs');\nsmoke().then(console.log);\n",
  };
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  for (const extension of ['mts', 'cts', 'ts']) copyFileSync(program, join(folder, `smoke.${extension}`));
}

/** Loads every entry both ways and compares the names. */
function exportsProgram(entries: readonly string[]): string {
  return `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const names = (loaded) => Object.keys(loaded).filter((name) => !['default', 'module.exports', '__esModule'].includes(name)).sort().join(' ');
for (const entry of ${JSON.stringify(entries)}) {
  const esm = names(await import(entry));
  const cjs = names(require(entry));
  if (esm === '') throw new Error(entry + ' exports nothing');
  if (esm !== cjs) throw new Error(entry + ' exports as ESM: ' + esm + '\\nbut as CommonJS: ' + cjs);
}
`;
}
