import { getSecret } from '@discord-intelligence/config';

import { SYSTEM_CLOCK } from './clock.js';
import { parseRouterConfig } from './config/parse-router-config.js';
import type { RouterConfigInput } from './config/router-config.js';
import type { Stores } from './create-stores.js';
import { openStores } from './open-stores.js';
import type { RouterDependencies } from './router-dependencies.js';
import { createHookRunner } from './trace/hooks.js';

/**
 * Makes the stores that `createRouter` would make of a configuration, for those who want to share
 * or watch them. Whoever makes them closes them.
 *
 * @throws {@link RouterConfigError} when the configuration cannot be used.
 */
export function storesFor(input: RouterConfigInput, { clock, random = Math.random, hooks = {}, ledgerSink, environment = getSecret }: RouterDependencies = {}): Stores {
  const time = { ...SYSTEM_CLOCK, ...clock };
  return openStores(parseRouterConfig(input, environment), { now: () => time.now(), random, hooks: createHookRunner(hooks, () => undefined), ledgerSink });
}
