import { type Config, getConfig, getSecret } from '@discord-intelligence/config';

import type { RouterConfigInput } from './config/router-config.js';
import { loadRouterConfig } from './config/load-router-config.js';
import { routerConfigFromSettings } from './config/router-config-from-settings.js';
import { createRouter } from './create-router.js';
import type { LLMRouter } from './llm-router.js';
import type { RouterDependencies } from './router-dependencies.js';

/** Settings that decide whether and how there is a router. */
type Settings = Pick<Config, 'litellm' | 'openai' | 'openrouter'>;

// The one piece of state in this package: the router of this process.
let router: LLMRouter | undefined;

/** The router that the environment describes: `ENABLE_LITELLM_ROUTER`, `LITELLM_*`, and the keys. */
export const LLMRouterSingleton = {
  /** Whether `ENABLE_LITELLM_ROUTER` is on. */
  isEnabled(config: Pick<Config, 'litellm'> = getConfig()): boolean {
    return config.litellm.enabled;
  },

  /**
   * The router of this process, made on the first call. `null` when it is off, or when there is
   * neither a file nor a key to make one of. `dependencies` count for the call that makes it.
   *
   * @throws {@link RouterConfigError} when the file at `LITELLM_CONFIG` cannot be used; the next call tries again.
   */
  get(dependencies?: RouterDependencies): LLMRouter | null {
    if (router) return router;
    const config = getConfig();
    if (!config.litellm.enabled) return null;
    const input = inputOf(config);
    if (!input) return null;
    return (router = createRouter(input, dependencies));
  },

  /** Closes the router; the next {@link LLMRouterSingleton.get} makes a new one from the settings as they are then. */
  async reset(): Promise<void> {
    const old = router;
    router = undefined;
    await old?.close();
  },
} as const;

function inputOf(config: Settings): RouterConfigInput | undefined {
  const { configPath } = config.litellm;
  return configPath === undefined ? routerConfigFromSettings(config) : loadRouterConfig(configPath, { environment: getSecret });
}
