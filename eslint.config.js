import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import * as jsonc from 'jsonc-eslint-parser';
import ts from 'typescript-eslint';

const LLM_CLIENTS = ['openai', '@instructor-ai/*'];
const TELEMETRY = ['@opentelemetry/*'];
const REDIS = ['ioredis', 'bullmq'];
const HTTP_SERVER = ['fastify', 'fastify-*', '@fastify/*'];
const DISCORD = ['discord.js'];
const COMMAND_LINE = ['commander'];

/** Who may import whom, and which heavy libraries stay out: the table in CONTRIBUTING.md. */
const layers = [
  {
    sourceTag: 'layer:foundation',
    onlyDependOnLibsWithTags: ['layer:foundation'],
    bannedExternalImports: [...LLM_CLIENTS, ...REDIS, ...HTTP_SERVER, ...DISCORD, ...COMMAND_LINE],
  },
  {
    sourceTag: 'layer:llm',
    onlyDependOnLibsWithTags: ['layer:foundation'],
    bannedExternalImports: [...TELEMETRY, ...HTTP_SERVER, ...DISCORD, ...COMMAND_LINE],
  },
  {
    // A tool stands on the shared contract, never on another tool.
    sourceTag: 'layer:tool',
    onlyDependOnLibsWithTags: ['layer:foundation', 'layer:llm', 'scope:analysis-tool'],
    bannedExternalImports: [...LLM_CLIENTS, ...TELEMETRY, ...REDIS, ...HTTP_SERVER, ...DISCORD, ...COMMAND_LINE],
  },
  {
    sourceTag: 'layer:flow',
    onlyDependOnLibsWithTags: ['layer:foundation', 'layer:llm', 'layer:tool'],
    bannedExternalImports: [...LLM_CLIENTS, ...TELEMETRY, ...HTTP_SERVER, ...DISCORD, ...COMMAND_LINE],
  },
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: ['layer:foundation', 'layer:llm', 'layer:tool', 'layer:flow'],
    bannedExternalImports: [...LLM_CLIENTS, ...TELEMETRY, ...REDIS],
  },
  { sourceTag: 'scope:api', bannedExternalImports: [...DISCORD, ...COMMAND_LINE] },
  { sourceTag: 'scope:bot', bannedExternalImports: [...HTTP_SERVER, ...COMMAND_LINE] },
  { sourceTag: 'scope:cli', bannedExternalImports: [...HTTP_SERVER, ...DISCORD] },
  { sourceTag: 'layer:test', onlyDependOnLibsWithTags: ['layer:foundation'] },
  { sourceTag: 'layer:bench', onlyDependOnLibsWithTags: ['layer:foundation', 'layer:llm', 'layer:tool', 'layer:flow', 'layer:test'] },
  { sourceTag: 'layer:workshop', onlyDependOnLibsWithTags: ['layer:foundation', 'layer:test'] },
];

/** Tests may use the fakes as well; `src` may not. */
const layersOfTests = layers.map((layer) => ({
  ...layer,
  ...(layer.onlyDependOnLibsWithTags && { onlyDependOnLibsWithTags: [...layer.onlyDependOnLibsWithTags, 'layer:test'] }),
}));

const boundaries = (depConstraints, options = {}) => ({
  '@nx/enforce-module-boundaries': ['error', { depConstraints, ...options }],
});

export default defineConfig(
  globalIgnores(['**/dist', '**/coverage', '**/.nx']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...boundaries(layers),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `import { type X }` alone would still load the module at run time.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreUsingDeclarations: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A loop that keeps an index in bounds knows more than `noUncheckedIndexedAccess` does.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off', // an interface may ask for a promise
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A schema and the type it infers share one name, which is how zod models are meant to be used.
      '@typescript-eslint/no-redeclare': 'off',
      'no-redeclare': 'off',
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only packages/config reads the environment.' }],
    },
  },
  {
    files: ['packages/config/src/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/{test,bench,scripts}/**/*.ts', 'benchmarks/**/*.ts'],
    rules: boundaries(layersOfTests),
  },
  {
    // A smoke program stands in for a stranger who installed the package: it imports it by name.
    files: ['packages/*/test/smoke.ts'],
    rules: boundaries(layersOfTests, { allowCircularSelfDependency: true }),
  },
  {
    files: ['{packages,apps}/*/package.json'],
    plugins: { '@nx': nx },
    languageOptions: { parser: jsonc },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          ignoredFiles: ['{projectRoot}/test/**', '{projectRoot}/bench/**', '{projectRoot}/scripts/**', '{projectRoot}/build/**', '{projectRoot}/tsup.config.ts'],
          // Instructor is built into structured-outputs, so that nobody who installs it meets its peer conflicts. The SDK is
          // what structured-outputs loads once there is a key: its optional peer, named by whoever makes clients with it.
          ignoredDependencies: ['@instructor-ai/instructor', 'openai'],
        },
      ],
    },
  },
);
