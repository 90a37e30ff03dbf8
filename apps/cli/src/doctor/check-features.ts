import { stat } from 'node:fs/promises';

import type { Config, Secret } from '@discord-intelligence/config';

import type { Check, Finding } from './check.js';

/** Every feature that a flag switches, and whether what it needs is there. */
export const checkFeatures: Check = async ({ config }) => {
  if (config === undefined) return [];
  const { instructor, litellm, logfire } = config;
  return [
    flag('ENABLE_INSTRUCTOR', instructor.enabled, 'validated answers of language models'),
    { ...flag('ENABLE_LITELLM_ROUTER', litellm.enabled, 'several providers behind one client'), ...(await routerProblem(config)) },
    flag('LITELLM_CACHE_ENABLED', litellm.cacheEnabled, 'answers from the cache'),
    { ...flag('ENABLE_LOGFIRE', logfire.enabled, 'traces, metrics and logs'), ...logfireProblem(config) },
  ];
};

/** Which keys are there. Their values are not looked at. */
export const checkKeys: Check = async ({ config }) => {
  if (config === undefined) return [];
  return [
    key('OPENROUTER_API_KEY', config.openrouter.apiKey, 'to reach language models through OpenRouter'),
    key('OPENAI_API_KEY', config.openai.apiKey, 'to reach language models of OpenAI or of a server like it'),
    key('LOGFIRE_TOKEN', config.logfire.token, 'to send traces to Logfire'),
    key('DISCORD_BOT_TOKEN', config.discord.botToken, 'to run the Discord bot'),
  ];
};

function flag(name: string, isOn: boolean, what: string): Finding {
  return isOn
    ? { name, status: 'ok', detail: `on: ${what}` }
    : { name, status: 'off', detail: what, action: `Set ${name}=true to switch it on.` };
}

function key(name: string, secret: Secret | undefined, purpose: string): Finding {
  return secret === undefined
    ? { name, status: 'off', detail: 'not set', action: `Set it ${purpose}.` }
    : { name, status: 'ok', detail: 'set' };
}

async function routerProblem({ litellm }: Config): Promise<Partial<Finding>> {
  const { enabled, configPath } = litellm;
  if (!enabled || configPath === undefined) return {};
  const isFile = await stat(configPath).then((status) => status.isFile(), () => false);
  if (isFile) return {};
  return { status: 'problem', detail: `on, but LITELLM_CONFIG names no file: ${configPath}`, action: 'Correct the path, or create the file.' };
}

function logfireProblem({ logfire, openTelemetry }: Config): Partial<Finding> {
  const { enabled, token, sendToLogfire, console } = logfire;
  const { endpoint, tracesEndpoint, metricsEndpoint, logsEndpoint } = openTelemetry;
  const hasCollector = [endpoint, tracesEndpoint, metricsEndpoint, logsEndpoint].some((url) => url !== undefined);
  if (!enabled || hasCollector || console || (sendToLogfire && token !== undefined)) return {};
  return {
    status: 'problem',
    detail: 'on, but there is nowhere to send anything',
    action: 'Set LOGFIRE_TOKEN or OTEL_EXPORTER_OTLP_ENDPOINT, or ENABLE_LOGFIRE=false.',
  };
}
