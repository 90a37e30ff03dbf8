import type { Config, ConfigSource } from './config.js';
import { registeredVariables } from './registry.js';

/** One line of `config print`. */
export interface ConfigRow {
  /** The name of the variable. */
  readonly name: string;
  /** The title of the group it belongs to. */
  readonly group: string;
  /** The value as one would write it, `[redacted]` for a secret, null while unset. */
  readonly value: string | null;
  /** Where the value comes from; `default` also stands for unset. */
  readonly source: ConfigSource;
  /** What the variable is for. */
  readonly description: string;
}

/** Every variable with its value in force, in the order of the docs. No row shows a secret. */
export function describeConfig(config: Config): ConfigRow[] {
  // The registry knows the groups and keys by name; the config has the same ones.
  const groups = config as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const sources: Readonly<Record<string, ConfigSource>> = config.sources;
  return registeredVariables().map(({ groupName, group, key, variable }) => {
    const value = groups[groupName]?.[key];
    return {
      name: variable.name,
      group: group.title,
      value: value === undefined ? null : variable.print(value),
      source: sources[variable.name] ?? 'default',
      description: variable.description,
    };
  });
}
