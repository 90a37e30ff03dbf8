import type { ConfigValues, VariableName } from './registry.js';

/** Where a value comes from. */
export type ConfigSource = 'environment' | '.env' | 'default';

/**
 * All settings, validated and deeply frozen: `config.instructor.maxRetries`.
 *
 * A setting without a default is absent while it is unset. Secrets are
 * {@link Secret}s. Durations are in milliseconds, whatever unit the variable has.
 */
export interface Config extends ConfigValues {
  /** Things to tell the person who starts the program. They name variables and hold no values. */
  readonly warnings: readonly string[];
  /** Where each variable's value comes from; `default` also stands for unset. */
  readonly sources: Readonly<Record<VariableName, ConfigSource>>;
}
