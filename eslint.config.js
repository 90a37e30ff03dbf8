import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import * as jsonc from 'jsonc-eslint-parser';
import ts from 'typescript-eslint';

/** Heavy third parties, each with the one layer or project that may import it. */
const RESERVED = {
  openai: ['layer:llm'],
  '@instructor-ai/instructor': ['layer:llm'],
  '@opentelemetry/*': ['scope:observability'],
  ioredis: ['layer:llm', 'layer:flow'],
  'discord.js': ['scope:bot'],
  'fastify*': ['scope:api'],
  '@fastify/*': ['scope:api'],
  commander: ['scope:cli'],
};

/** Who may import whom, by tag (the table in CONTRIBUTING.md). */
const LAYERS = {
  'layer:foundation': ['layer:foundation'],
  'layer:llm': ['layer:foundation'],
  'layer:tool': ['layer:foundation', 'layer:llm', 'scope:analysis-tool'],
  'layer:flow': ['layer:foundation', 'layer:llm', 'layer:tool'],
  'layer:app': ['layer:foundation', 'layer:llm', 'layer:tool', 'layer:flow'],
  'layer:test': ['layer:foundation'],
};

const layerRules = Object.entries(LAYERS).map(([sourceTag, allowed]) => ({ sourceTag, onlyDependOnLibsWithTags: allowed }));

const reservedRules = Object.entries(RESERVED).map(([library, owners]) => ({
  allSourceTags: ['workspace:project'],
  notOwners: owners,
  library,
}));

/** Every project that may not import a reserved library is told so by its own tags. */
const bannedByTag = (tags) =>
  reservedRules.filter(({ notOwners }) => !notOwners.some((owner) => tags.includes(owner))).map(({ library }) => library);

const PROJECT_TAGS = [
  ['layer:foundation', 'scope:config'],
  ['layer:foundation', 'scope:response-models'],
];
void PROJECT_TAGS;
void bannedByTag;

export default defineConfig(globalIgnores(['**/dist', '**/coverage', '**/.nx']), layerRules);
