import type { Options } from 'tsup';

// The root recipe is no package: there is no other way to it.
// eslint-disable-next-line @nx/enforce-module-boundaries
import recipe from '../../tsup.config.js';

/** Instructor and what it needs go into the bundle, so that nobody meets their peer conflicts. */
const INSIDE = ['@instructor-ai/instructor', 'zod-stream', 'schema-stream', 'zod-to-json-schema', 'zod-validation-error'];

/** What Instructor imports and never reaches behind our two adapters. */
const STUBS: Readonly<Record<string, string>> = {
  openai: 'export default class OpenAI {}',
  'openai/streaming': 'export class Stream {}',
  'schema-stream': 'export class SchemaStream { constructor() { throw new Error("streaming of Instructor is not used") } }',
  'zod-to-json-schema': 'export default (schema, options) => ({ definitions: { [options.name]: {} } })',
};

const importedByInside = new RegExp(`node_modules[\\\\/](?:${INSIDE.join('|').replaceAll('/', '[\\\\/]')})[\\\\/]`);

/** The recipe of the repository, and Instructor inside. */
export default {
  ...(recipe as Options),
  // openai and zod stay outside; listed, because tsup would take them away before our plugin sees them.
  noExternal: [...INSIDE, /^openai(?:\/|$)/, /^zod(?:\/|$)/],
  esbuildPlugins: [
    {
      name: 'instructor-inside',
      setup(build) {
        build.onResolve({ filter: /^(?:openai|zod|schema-stream|zod-to-json-schema)(?:\/|$)/ }, ({ path, importer }) => {
          if (importedByInside.test(importer) && path in STUBS) return { path, namespace: 'stub', sideEffects: false };
          return /^(?:openai|zod)(?:\/|$)/.test(path) ? { path, external: true } : undefined;
        });
        build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: STUBS[path] ?? '', loader: 'js' }));
      },
    },
  ],
} satisfies Options;
