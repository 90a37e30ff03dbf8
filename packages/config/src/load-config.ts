import type { Config, ConfigSource } from './config.js';
import type { Environment } from './environment.js';
import { explainRefusals, secretTexts } from './explain-refusals.js';
import { readVariable, type Refusal, type Setting } from './read-variable.js';
import { type RegisteredVariable, registeredVariables } from './registry.js';
import { Secret } from './secret.js';
import { unknownVariables } from './unknown-variables.js';
import type { Variable } from './variable.js';

/** Settings of {@link loadConfig}. */
export interface LoadConfigOptions {
  /**
   * Variables out of a `.env` file, used where the environment says nothing.
   * @default {}
   */
  readonly dotEnv?: Environment;
}

/**
 * Makes the config out of variables. Pure: reads nothing else and changes nothing.
 *
 * @param env - Variables by name, such as `process.env`. Names that are not registered are left alone.
 * @throws {@link ConfigError} with code `CONFIG_INVALID` that names every bad variable at once.
 * @example
 * const config = loadConfig({ INSTRUCTOR_MAX_RETRIES: '5' });
 * config.instructor.maxRetries; // 5
 */
export function loadConfig(env: Environment, { dotEnv = {} }: LoadConfigOptions = {}): Config {
  const registered = registeredVariables();
  const variables = registered.map(({ variable }) => variable);
  const layers = { process: env, dotEnv };
  const settings = new Map<string, Setting>();
  const refusals = new Map<Variable, Refusal>();
  const warnings: string[] = [];

  for (const variable of variables) {
    const outcome = readVariable(variable, layers, (warning) => warnings.push(warning));
    if (outcome?.kind === 'setting') settings.set(variable.name, outcome);
    else if (outcome) refusals.set(variable, outcome);
  }
  warnings.push(...unknownVariables(variables, layers));
  if (refusals.size > 0) throw explainRefusals(refusals, secretTexts(variables, layers), warnings);
  return assemble(registered, settings, warnings);
}

function assemble(
  registered: readonly RegisteredVariable[],
  settings: ReadonlyMap<string, Setting>,
  warnings: readonly string[],
): Config {
  const resolve = resolver(registered, settings);
  const groups: Record<string, Record<string, unknown>> = {};
  const sources: Record<string, ConfigSource> = {};
  for (const { groupName, key, variable } of registered) {
    const group = (groups[groupName] ??= {});
    const { value, source } = resolve(variable);
    if (value !== undefined) group[key] = value;
    sources[variable.name] = source;
  }
  // `Config` is derived from the registry that this loop has followed.
  return deepFreeze({ ...groups, warnings, sources }) as unknown as Config;
}

/** How to get a variable's value: its own, else that of the variable it falls back to, else its default. */
function resolver(registered: readonly RegisteredVariable[], settings: ReadonlyMap<string, Setting>) {
  const byName = new Map(registered.map(({ variable }) => [variable.name, variable]));
  const resolve = (variable: Variable): { readonly value: unknown; readonly source: ConfigSource } => {
    const own = settings.get(variable.name);
    if (own) return own;
    const next = variable.fallsBackTo === undefined ? undefined : byName.get(variable.fallsBackTo);
    const inherited = next && resolve(next);
    return inherited?.value === undefined ? { value: variable.default, source: 'default' } : inherited;
  };
  return resolve;
}

/** Freezes plain objects and lists all the way down; secrets have frozen themselves. */
function deepFreeze<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value) as unknown[]) {
    if (typeof inner === 'object' && inner !== null && !Secret.is(inner)) deepFreeze(inner);
  }
  return Object.freeze(value);
}
