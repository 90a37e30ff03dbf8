import { type Config, getSecret, Secret } from '@discord-intelligence/config';
import { configuredRouter, type RouterConfigInput } from '@discord-intelligence/router';

import { CliError } from '../errors.js';

/** A router configuration, and the keys that it names and nobody has set. */
export interface LoadedRouter {
  readonly input: RouterConfigInput;
  /** A file, or `the keys`. */
  readonly source: string;
  /** Names of variables that are not set. */
  readonly missing: ReadonlySet<string>;
}

/** Stands for a key that is not set, so that the rest can be looked at. */
const PLACEHOLDER = new Secret('not-set');

/**
 * Reads the configuration of a file, of LITELLM_CONFIG, or of the keys.
 *
 * @throws RouterConfigError when it cannot be used; CliError `usage` when there is none.
 */
export function loadRouter(file: string | undefined, config: Config): LoadedRouter {
  const path = file ?? config.litellm.configPath;
  const missing = new Set<string>();
  if (path !== undefined) {
    const environment = (name: string) => {
      const found = getSecret(name);
      if (found === undefined) missing.add(name);
      return found ?? PLACEHOLDER;
    };
    const input = configuredRouter(config, { file: path, environment });
    if (input !== undefined) return { input, source: path, missing };
  }
  const input = configuredRouter(config);
  if (input === undefined) throw new CliError('usage', 'there is no router configuration: name a file, set LITELLM_CONFIG, or set OPENAI_API_KEY or OPENROUTER_API_KEY');
  return { input, source: 'the keys', missing };
}
