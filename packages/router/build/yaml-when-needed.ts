import { dirname, join } from 'node:path';

import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Bundles `yaml` so that the first `parse` evaluates it, and stays synchronous. Its build for browsers
 * is taken, because a module of Node cannot be required late inside an ES module.
 */
export const yamlWhenNeeded: Plugin = {
  name: 'yaml-when-needed',
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, ({ resolveDir }) => ({ path: 'yaml', namespace: 'when-needed', sideEffects: false, pluginData: resolveDir }));
    build.onLoad({ filter: /.*/, namespace: 'when-needed' }, async ({ pluginData }) => {
      const resolveDir = pluginData as string;
      const manifest = await build.resolve('yaml/package.json', { kind: 'require-resolve', resolveDir });
      const file = join(dirname(manifest.path), 'browser/dist/index.js');
      return { contents: `export const parse = (...args) => require(${JSON.stringify(file)}).parse(...args);`, resolveDir, loader: 'js' };
    });
  },
};
