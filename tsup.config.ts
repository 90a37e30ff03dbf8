import { readFileSync } from 'node:fs';

import { defineConfig } from 'tsup';

import { INSTRUCTOR, instructorInside } from './tools/build/instructor-inside.js';
import { namedOnDemand } from './tools/build/named-on-demand.js';

const SOURCE = '@discord-intelligence/source';

/**
 * One build recipe for the whole repository, run with the project as cwd.
 *
 * A package's entry points are read from its own `exports`, so the map that
 * consumers see is the only list there is. An app exports nothing: it becomes
 * one ESM program with our own packages inside and everything else outside.
 */
const { exports = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports?: Record<string, string | Record<string, unknown>>;
};
const entry = Object.values(exports).flatMap((target) => {
  const source = typeof target === 'object' ? target[SOURCE] : undefined;
  return typeof source === 'string' ? [source] : [];
});
const isApp = entry.length === 0;

export default defineConfig({
  entry: isApp ? ['src/main.ts'] : entry,
  format: isApp ? ['esm'] : ['esm', 'cjs'],
  // tsup 8 hands TypeScript a `baseUrl`, which TypeScript 6 calls deprecated.
  dts: isApp ? false : { compilerOptions: { ignoreDeprecations: '6.0' } },
  ...(isApp && {
    // What every start loads: inside the bundle it takes a quarter of the time, as its unused parts are shaken off.
    noExternal: [/^@discord-intelligence\//, 'zod', 'commander', 'fastest-levenshtein', 'picocolors', ...INSTRUCTOR],
    // Loaded only where telemetry is on, and it patches modules that must not be copies.
    external: [/^@opentelemetry\//],
    // What is CommonJS inside asks for Node's own modules by `require`, which an ES module does not have.
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    esbuildPlugins: [instructorInside, namedOnDemand],
    esbuildOptions(options) {
      options.conditions = [SOURCE];
    },
  }),
  target: 'node20',
  platform: 'node',
  // Without it every CJS entry carries its own copy of a shared class.
  splitting: true,
  sourcemap: true,
  clean: true,
  silent: true,
});
