import type { Config } from './config.js';
import { readDotEnv } from './dot-env.js';
import { type Layers, lookUp } from './environment.js';
import { loadConfig } from './load-config.js';
import { Secret } from './secret.js';

interface Loaded {
  readonly config: Config;
  readonly layers: Layers;
}

// The one piece of state in this package: the settings of this process.
let loaded: Loaded | undefined;

/**
 * The config of this process, parsed on the first call and the same object ever after.
 *
 * @throws {@link ConfigError} when settings cannot be used; the next call tries again.
 */
export function getConfig(): Config {
  return (loaded ??= load()).config;
}

/**
 * Parses the environment again and makes the result what {@link getConfig} gives.
 *
 * @throws {@link ConfigError} when settings cannot be used; the config before stays in force.
 */
export function reloadConfig(): Config {
  loaded = load();
  return loaded.config;
}

/**
 * A secret out of a variable whose name another file gives, such as the router's YAML.
 * It is looked up where the config was: empty values and placeholders count as unset.
 *
 * @throws {@link ConfigError} when the config was not parsed yet and cannot be.
 */
export function getSecret(name: string): Secret | undefined {
  const found = lookUp(name, (loaded ??= load()).layers);
  return found && new Secret(found.value);
}

function load(): Loaded {
  const environment = lookUp('NODE_ENV', { process: process.env, dotEnv: {} })?.value ?? 'development';
  const dotEnv = environment === 'development' ? readDotEnv(process.cwd()) : {};
  // A copy: what the config was made of must not change under it.
  const layers = { process: { ...process.env }, dotEnv };
  return { config: loadConfig(layers.process, { dotEnv }), layers };
}
