import { type Config, getConfig } from '@discord-intelligence/config';

import { configuredRouter } from './config/configured-router.js';
import { createRouter } from './create-router.js';
import type { LLMRouter } from './llm-router.js';
import type { RouterDependencies } from './router-dependencies.js';

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
   * neither a file, a key nor a server of one's own to make one of. `dependencies` count for the call that makes it.
   *
   * @throws {@link RouterConfigError} when the file at `LITELLM_CONFIG` cannot be used; the next call tries again.
   */
  get(dependencies?: RouterDependencies): LLMRouter | null {
    if (router) return router;
    const config = getConfig();
    if (!config.litellm.enabled) return null;
    const input = configuredRouter(config);
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
