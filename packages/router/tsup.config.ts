import type { Options } from 'tsup';

/* eslint-disable @nx/enforce-module-boundaries -- The root recipe is no package: there is no other way to it. */
import { zodWhenNeeded } from '../../tools/build/zod-when-needed.js';
import recipe from '../../tsup.config.js';

import { yamlWhenNeeded } from './build/yaml-when-needed.js';

/**
 * The recipe of the repository, for a package that loads quickly: zod, yaml and lru-cache are inside,
 * because finding and reading their files takes longer than running them. The rest is loaded on first need.
 */
export default {
  ...(recipe as Options),
  // One entry: nothing to share, and tsup's way of sharing in CommonJS would rewrite every `?.`.
  splitting: false,
  noExternal: ['zod', 'yaml', 'lru-cache'],
  esbuildPlugins: [yamlWhenNeeded, zodWhenNeeded],
  esbuildOptions(options) {
    // Half as much to read; names stay, for stack traces.
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
} satisfies Options;
