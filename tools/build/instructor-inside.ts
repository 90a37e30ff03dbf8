import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Instructor and what it needs go into the bundle, so that nobody meets their peer conflicts. */
export const INSTRUCTOR = ['@instructor-ai/instructor', 'zod-stream', 'schema-stream', 'zod-to-json-schema', 'zod-validation-error'];

/** What Instructor imports and never reaches behind our two adapters. */
const STUBS: Readonly<Record<string, string>> = {
  openai: 'export default class OpenAI {}',
  'openai/streaming': 'export class Stream {}',
  'schema-stream': 'export class SchemaStream { constructor() { throw new Error("streaming of Instructor is not used") } }',
  'zod-to-json-schema': 'export default (schema, options) => ({ definitions: { [options.name]: {} } })',
};

const importedByInstructor = new RegExp(`node_modules[\\\\/](?:${INSTRUCTOR.join('|').replaceAll('/', '[\\\\/]')})[\\\\/]`);

/** Bundles Instructor without what it never reaches; other imports of these libraries are resolved as ever. */
export const instructorInside: Plugin = {
  name: 'instructor-inside',
  setup(build) {
    build.onResolve({ filter: /^(?:openai|schema-stream|zod-to-json-schema)(?:\/|$)/ }, ({ path, importer }) =>
      importedByInstructor.test(importer) && path in STUBS ? { path, namespace: 'stub', sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: STUBS[path] ?? '', loader: 'js' }));
  },
};
