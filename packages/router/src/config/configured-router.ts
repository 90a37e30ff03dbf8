import { getSecret } from '@discord-intelligence/config';

import { type LoadRouterConfigOptions, readRouterFile } from './load-router-config.js';
import { parseRouterConfig } from './parse-router-config.js';
import type { RouterConfigInput } from './router-config.js';
import { routerConfigFromSettings } from './router-config-from-settings.js';
import { settingsOverFile } from './settings-over-file.js';
import type { RouterSettings } from './settings-providers.js';

/** Where the configuration of a process comes from, besides its settings. */
export interface ConfiguredRouterOptions extends LoadRouterConfigOptions {
  /** A file in place of `LITELLM_CONFIG`. */
  readonly file?: string | undefined;
}

/**
 * The configuration of this process: the file that `LITELLM_CONFIG` names, completed by the other variables
 * where it does not speak of what they set; without a file, one made of keys and variables. `undefined` when
 * there is neither a file, nor a key, nor a server at `OPENAI_BASE_URL`. Whether `ENABLE_LITELLM_ROUTER` is on, the caller asks.
 *
 * @throws {@link RouterConfigError} when the file cannot be read or used.
 * @example
 * const input = configuredRouter(getConfig());
 * const router = input && createRouter(input);
 */
export function configuredRouter(config: RouterSettings, { environment = getSecret, file = config.litellm.configPath }: ConfiguredRouterOptions = {}): RouterConfigInput | undefined {
  return file === undefined ? routerConfigFromSettings(config) : parseRouterConfig(settingsOverFile(readRouterFile(file), config), environment);
}
