import type { RouterConfigInput } from './router-config.js';
import { RouterConfigError } from './router-config-error.js';
import { sharedSettings } from './router-config-from-settings.js';
import { fallbackDeployment, providersOf, type RouterSettings } from './settings-providers.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Adds to what a file says what the variables say and the file does not speak of: `redis`, `budgets`, `cache`,
 * `strategy`, `retry.max` and `fallbacks`. The last three only where the variable is set, for it has a default.
 *
 * @param file - The file as read, not checked yet: in a checked one, defaults look like the file's own words.
 * @throws {@link RouterConfigError} when a model of `LITELLM_FALLBACK_MODELS` can be reached in no way.
 */
export function settingsOverFile(file: unknown, settings: RouterSettings): unknown {
  if (!isFields(file)) return file;
  const { litellm, sources } = settings;
  const { retry = {} } = file;
  return {
    ...sharedSettings(settings),
    ...(sources.LITELLM_ROUTING_STRATEGY !== 'default' && { strategy: litellm.routingStrategy }),
    ...file,
    ...(sources.LITELLM_MAX_RETRIES !== 'default' && isFields(retry) && { retry: { max: litellm.maxRetries, ...retry } }),
    ...(litellm.fallbackModels.length > 0 && file.fallbacks === undefined && fallbackGroups(file, settings)),
  };
}

/** Each model as a group: one of the file, or made of the file's deployments of that model, or of the keys. */
function fallbackGroups(file: Fields, settings: RouterSettings): Fields {
  const groups = { ...(isFields(file.groups) ? file.groups : {}) };
  const deployments = { ...(isFields(file.deployments) ? file.deployments : {}) };
  const models = settings.litellm.fallbackModels;
  for (const model of models) {
    if (Object.hasOwn(groups, model)) continue;
    const known = Object.keys(deployments).filter((id) => (deployments[id] as Partial<RouterConfigInput['deployments'][string]> | null)?.model === model);
    if (known.length > 0) {
      groups[model] = known;
      continue;
    }
    const deployment = fallbackDeployment(providersOf(settings), model);
    if (!deployment) throw new RouterConfigError([{ path: '', message: `LITELLM_FALLBACK_MODELS has "${model}", which is neither a group nor a model of the file, and there is no OPENROUTER_API_KEY or OPENAI_API_KEY to reach it` }]);
    const id = `fallback-${model}`;
    deployments[id] = deployment;
    groups[model] = [id];
  }
  return { deployments, groups, fallbacks: { '*': models } };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
