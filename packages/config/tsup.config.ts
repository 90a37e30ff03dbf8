import type { Options } from 'tsup';

/* eslint-disable @nx/enforce-module-boundaries -- The root recipe is no package: there is no other way to it. */
import { zodWhenNeeded } from '../../tools/build/zod-when-needed.js';
import recipe from '../../tsup.config.js';

/**
 * The recipe of the repository, for a package that everything loads: zod is inside, because finding and
 * reading its files takes longer than running them, and waits for the first variable that is set.
 */
export default {
  ...(recipe as Options),
  // One entry: nothing to share, and tsup's way of sharing in CommonJS would rewrite every `?.`.
  splitting: false,
  noExternal: ['zod'],
  esbuildPlugins: [zodWhenNeeded],
} satisfies Options;
