import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Bundles `zod` so that the first schema evaluates it, and stays synchronous: it is most of what loading a package
 * takes. For packages that write `z.` and call its functions; those that are never called are left out. Of its
 * values there are none, such as `z.NEVER`: esbuild warns where one is used.
 */
export const zodWhenNeeded: Plugin = {
  name: 'zod-when-needed',
  setup(build) {
    const { absWorkingDir = process.cwd() } = build.initialOptions;
    build.onResolve({ filter: /^zod$/ }, ({ resolveDir }) => ({ path: 'zod', namespace: DOOR, sideEffects: false, pluginData: resolveDir }));
    build.onResolve({ filter: /^zod-inside$/ }, ({ pluginData }) => ({ path: 'zod', namespace: INSIDE, pluginData: pluginData as string }));
    build.onLoad({ filter: /.*/, namespace: DOOR }, async ({ pluginData }) => {
      const zod = await import('zod');
      const lines = [
        "const zod = () => require('zod-inside');",
        // Some functions are called `enum` or `null`, which no variable may be.
        ...functionsOf(zod).map((name) => `const call_${name} = (...args) => zod().${name}(...args);\nexport { call_${name} as ${name} };`),
        `export const iso = { ${functionsOf(zod.iso).map((name) => `${name}: (...args) => zod().iso.${name}(...args)`).join(', ')} };`,
      ];
      return { contents: lines.join('\n'), resolveDir: pluginData as string, pluginData: pluginData as string, loader: 'js' };
    });
    build.onLoad({ filter: /.*/, namespace: INSIDE }, async ({ pluginData }) => {
      const used = namesIn(join(absWorkingDir, 'src'));
      const functions = functionsOf(await import('zod')).filter((name) => used.has(name));
      // Bundled by itself: inside the other bundle, what is put off is taken along as a whole.
      const { outputFiles } = await build.esbuild.build({
        stdin: { contents: `export { ${[...functions, 'iso'].join(', ')} } from 'zod';`, resolveDir: pluginData as string },
        bundle: true,
        minify: true,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        write: false,
      });
      return { contents: outputFiles[0]!.text, loader: 'js' };
    });
  },
};

const DOOR = 'zod-door';
const INSIDE = 'zod-inside';

function functionsOf(library: object): string[] {
  return Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
}

/** Whatever follows `z.` in the sources of a package. */
function namesIn(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Set(files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\bz\s*\.(\w+)/gu)].map(([, used]) => used!)));
}
