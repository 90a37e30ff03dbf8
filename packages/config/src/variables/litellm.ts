import { choice } from '../kinds/choice.js';
import { flag } from '../kinds/flag.js';
import { list } from '../kinds/list.js';
import { decimal, integer } from '../kinds/number.js';
import { secretUrl } from '../kinds/secret-text.js';
import { path } from '../kinds/text.js';
import { MODEL_ID } from './model-id.js';

// The router counts in whole nano-dollars: 9e6 USD are 9e15, the last round
// number below Number.MAX_SAFE_INTEGER.
const MAX_BUDGET_USD = 9_000_000;

/** The router over several providers. */
export const litellmVariables = {
  title: 'Router',
  description: 'Several providers behind one client, with fallbacks, budgets and a cache.',
  variables: {
    enabled: flag({
      name: 'ENABLE_LITELLM_ROUTER',
      description: 'Whether calls to models go through the router.',
      default: false,
    }),
    configPath: path({
      name: 'LITELLM_CONFIG',
      description: 'The YAML file that lists providers, models, prices and limits.',
      example: './litellm_config.yaml',
    }),
    routingStrategy: choice({
      name: 'LITELLM_ROUTING_STRATEGY',
      description: 'How the router picks one of several deployments of a model.',
      choices: [
        'usage-based-routing',
        'simple-shuffle',
        'latency-based-routing',
        'cost-based-routing',
        'least-busy',
      ],
      aliases: { 'usage-based-routing-v2': 'usage-based-routing' },
      default: 'usage-based-routing',
    }),
    cacheEnabled: flag({
      name: 'LITELLM_CACHE_ENABLED',
      description: 'Whether equal requests may be answered from the cache.',
      default: false,
    }),
    redisUrl: secretUrl({
      name: 'LITELLM_REDIS_URL',
      description: 'The Redis through which several processes share budgets, limits and cache.',
      schemes: ['redis:', 'rediss:'],
      example: 'redis://localhost:6379',
    }),
    fallbackModels: list({
      name: 'LITELLM_FALLBACK_MODELS',
      description: 'Models to try in this order when the chosen one fails.',
      of: 'model ids',
      itemPattern: MODEL_ID.pattern,
      maxItems: 50,
      default: [],
      example: 'anthropic/claude-sonnet-4.5,openai/gpt-4o-mini',
    }),
    budgetLimitUsd: decimal({
      name: 'LITELLM_BUDGET_LIMIT',
      description: 'The most that all calls together may cost in a calendar month; 0 allows free models only.',
      unit: 'USD',
      min: 0,
      max: MAX_BUDGET_USD,
      example: '25',
    }),
    maxRetries: integer({
      name: 'LITELLM_MAX_RETRIES',
      description: 'Retries after a provider failed or did not answer.',
      min: 0,
      max: 10,
      default: 3,
    }),
  },
} as const;
