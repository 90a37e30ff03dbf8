import { ConfigError, type Environment, loadConfig, type LoadConfigOptions } from '../src/index.js';

/** The error that these variables lead to; the test fails when they are accepted. */
export function configErrorOf(env: Environment, options?: LoadConfigOptions): ConfigError {
  try {
    loadConfig(env, options);
  } catch (error) {
    if (ConfigError.is(error)) return error;
    throw error;
  }
  throw new Error('These variables were accepted.');
}

/** Why a single variable is refused. */
export function reasonFor(name: string, value: string): string | undefined {
  return configErrorOf({ [name]: value }).issues.find(({ variable }) => variable === name)?.reason;
}
