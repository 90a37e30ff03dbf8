import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build, type Metafile, type Plugin } from 'esbuild';

import { yamlWhenNeeded } from '../../build/yaml-when-needed.js';

const PACKAGE = join(__dirname, '../..');
const LATER = ['openai', 'ioredis', 'undici', 'gpt-tokenizer', '@pydantic/genai-prices'];

/** Says aloud when a module of `yaml` is evaluated. */
const yamlIsHeard: Plugin = {
  name: 'yaml-is-heard',
  setup(builder) {
    builder.onLoad({ filter: /node_modules[\\/]yaml[\\/]browser[\\/]dist[\\/]index\.js$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      return { contents: `${await readFile(path, 'utf8')}\nglobalThis.isYamlLoaded = true;`, loader: 'js' };
    });
  },
};

/** Says aloud when a function of `zod` is called: the build has it evaluated then, and not before. */
const zodIsHeard: Plugin = {
  name: 'zod-is-heard',
  setup(builder) {
    builder.onResolve({ filter: /^zod$/ }, ({ pluginData, resolveDir }) => (pluginData === 'inside' ? undefined : { path: 'zod', namespace: 'heard', pluginData: resolveDir }));
    builder.onLoad({ filter: /.*/, namespace: 'heard' }, async ({ pluginData: resolveDir }: { pluginData: string }) => {
      const { path } = await builder.resolve('zod', { kind: 'import-statement', resolveDir, pluginData: 'inside' });
      const functions = Object.entries(await import('zod')).filter(([, value]) => typeof value === 'function');
      const heard = functions.map(([name]) => `const call_${name} = (...args) => { globalThis.isZodUsed = true; return zod.${name}(...args); };\nexport { call_${name} as ${name} };`);
      return { contents: [`import * as zod from ${JSON.stringify(path)};`, 'export const iso = zod.iso;', ...heard].join('\n'), resolveDir, loader: 'js' };
    });
  },
};

/** What the child finds before and after; what it imports stands where there is no `node_modules` at all. */
// A pipe is the child's own standard output, which Node may open while it loads a module.
const CHILD = `
  const fs = require('node:fs');
  // By number and target, so that a failure says what was opened.
  const filesOpen = () => (process.platform === 'linux' ? fs.readdirSync('/proc/self/fd') : []).flatMap((number) => {
    try { return [number + ' ' + fs.readlinkSync('/proc/self/fd/' + number)]; } catch { return []; }
  });
  const look = () => ({
    resources: process.getActiveResourcesInfo().filter((name) => name !== 'Immediate' && name !== 'PipeWrap'),
    files: filesOpen(),
    isYamlLoaded: globalThis.isYamlLoaded === true,
    isZodUsed: globalThis.isZodUsed === true,
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const isMore = (now, before) => now.resources.length > before.resources.length || now.files.some((file) => !before.files.includes(file));
  (async () => {
    // Newer versions of Node open them with \`node:util\`, and /dev/null in reserve, when they are pipes.
    void process.stdout, process.stderr;
    await turn();
    const before = look();
    const router = FILE.endsWith('.cjs') ? require(FILE) : await import(FILE);
    // Node closes what it has read a module from in its own time, which on a busy machine is not the next turn.
    const deadline = performance.now() + 10_000;
    do await turn(); while (isMore(look(), before) && performance.now() < deadline);
    const after = look();
    const config = router.loadRouterConfig('deployments: {a: {provider: ollama, model: m}}\\ngroups: {g: [a]}\\n');
    let refusal;
    try { router.loadRouterConfig('a: [\\n'); } catch (error) { refusal = error.message; }
    process.stdout.write(JSON.stringify({ before, after, groups: config.groups, refusal, end: look() }));
  })();
`;

describe.each([['an ES module', 'esm', 'mjs'], ['CommonJS', 'cjs', 'cjs']] as const)('importing the package as %s', (_, format, extension) => {
  const folder = mkdtempSync(join(tmpdir(), 'router-import-'));
  let metafile: Metafile;
  let seen: Record<'before' | 'after' | 'end', { resources: string[]; files: string[]; isYamlLoaded: boolean; isZodUsed: boolean }> & { groups: unknown; refusal: string };

  beforeAll(async () => {
    const outfile = join(folder, `router.${extension}`);
    const external = LATER.flatMap((name) => [name, `${name}/*`]);
    // As whoever bundles this package for a server does it: our own packages inside.
    ({ metafile } = await build({ absWorkingDir: PACKAGE, entryPoints: ['src/index.ts'], outfile, format, bundle: true, platform: 'node', target: 'node20', conditions: ['@discord-intelligence/source'], external, plugins: [yamlWhenNeeded, yamlIsHeard, zodIsHeard], metafile: true }));
    const script = join(folder, `child-${format}.cjs`);
    writeFileSync(script, CHILD.replaceAll('FILE', JSON.stringify(outfile)));
    seen = JSON.parse(execFileSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' })) as typeof seen;
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it('leaves SDK, Redis client, price list and tokenizer to their first use', () => {
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    const eager = imports.filter(({ path, kind }) => kind !== 'dynamic-import' && LATER.some((name) => path === name || path.startsWith(`${name}/`)));
    expect(eager).toEqual([]);
    // Otherwise the list above is out of date and this test looks at nothing.
    expect(LATER.filter((name) => imports.some(({ path, kind }) => kind === 'dynamic-import' && (path === name || path.startsWith(`${name}/`))))).toEqual(LATER);
  });

  it('opens no socket, timer or file', () => {
    expect(seen.after.resources).toEqual(seen.before.resources);
    expect(seen.after.files.filter((file) => !seen.before.files.includes(file))).toEqual([]);
  });

  it('makes no schema before a configuration is checked', () => {
    expect(seen.after.isZodUsed).toBe(false);
    expect(seen.end.isZodUsed).toBe(true);
  });

  it('evaluates the YAML parser with the first file that is read, and not before', () => {
    expect(seen.after.isYamlLoaded).toBe(false);
    expect(seen.end.isYamlLoaded).toBe(true);
    expect(seen.groups).toEqual({ g: ['a'] });
    expect(seen.refusal).toContain('the text is no YAML (line ');
  });
});
