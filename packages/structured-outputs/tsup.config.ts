import type { Options } from 'tsup';

// The root recipe and its parts are no packages: there is no other way to them.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { INSTRUCTOR, instructorInside } from '../../tools/build/instructor-inside.js';
// eslint-disable-next-line @nx/enforce-module-boundaries
import recipe from '../../tsup.config.js';

/** The recipe of the repository, and Instructor inside. */
export default {
  ...(recipe as Options),
  // openai and zod stay outside; listed, because tsup would take them away before our plugins see them.
  noExternal: [...INSTRUCTOR, /^openai(?:\/|$)/, /^zod(?:\/|$)/],
  esbuildPlugins: [
    instructorInside,
    {
      name: 'peers-outside',
      setup(build) {
        build.onResolve({ filter: /^(?:openai|zod)(?:\/|$)/ }, ({ path }) => ({ path, external: true }));
      },
    },
  ],
} satisfies Options;
