import { createRequire } from 'node:module';

import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** CommonJS libraries that our packages load on demand, with `await import`. */
const LIBRARIES = /^(?:ioredis|undici)$/;

/**
 * Keeps the names of CommonJS libraries that are loaded on demand. Node finds them when it imports such a library; in
 * a bundle there would only be a `default`, and `const { Agent } = await import('undici')` would give nothing.
 */
export const namedOnDemand: Plugin = {
  name: 'named-on-demand',
  setup(build) {
    build.onResolve({ filter: LIBRARIES }, ({ path, kind, resolveDir }) =>
      kind === 'dynamic-import' ? { path, namespace: 'named-on-demand', pluginData: { resolveDir } } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'named-on-demand' }, ({ path, pluginData }) => {
      const { resolveDir } = pluginData as { readonly resolveDir: string };
      // The copy that the importing package gets, of which there may be several versions.
      const library = createRequire(`${resolveDir}/`)(path) as object;
      const names = Object.keys(library).filter((name) => name !== 'default' && /^[A-Za-z_$][\w$]*$/.test(name));
      return { contents: `export { ${names.join(', ')} } from '${path}';`, resolveDir, loader: 'js' };
    });
  },
};
