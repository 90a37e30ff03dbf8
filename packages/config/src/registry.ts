import type { Presence, Variable } from './variable.js';
import { analysisVariables } from './variables/analysis.js';
import { apiVariables } from './variables/api.js';
import { appVariables } from './variables/app.js';
import { discordVariables } from './variables/discord.js';
import { instructorVariables } from './variables/instructor.js';
import { litellmVariables } from './variables/litellm.js';
import { logfireVariables } from './variables/logfire.js';
import { openTelemetryVariables } from './variables/open-telemetry.js';
import { openaiVariables, openrouterVariables } from './variables/providers.js';

/** Variables that belong together: a section of the docs, an object of the config. */
export interface VariableGroup {
  readonly title: string;
  readonly description: string;
  readonly variables: Readonly<Record<string, Variable>>;
}

/** Every variable there is, in the order of the docs. A group's name here is its name in the config. */
export const registry = {
  app: appVariables,
  openai: openaiVariables,
  openrouter: openrouterVariables,
  instructor: instructorVariables,
  litellm: litellmVariables,
  logfire: logfireVariables,
  openTelemetry: openTelemetryVariables,
  analysis: analysisVariables,
  api: apiVariables,
  discord: discordVariables,
} as const satisfies Record<string, VariableGroup>;

type Registry = typeof registry;

/** One registered variable with its place in the config. */
export interface RegisteredVariable {
  readonly groupName: string;
  readonly group: VariableGroup;
  readonly key: string;
  readonly variable: Variable;
}

/** The variables of the registry one by one, in order. */
export function registeredVariables(): RegisteredVariable[] {
  return Object.entries<VariableGroup>(registry).flatMap(([groupName, group]) =>
    Object.entries(group.variables).map(([key, variable]) => ({ groupName, group, key, variable })),
  );
}

type KeysThat<Has extends Presence, Variables> = {
  [Key in keyof Variables]: Variables[Key] extends Variable<string, unknown, Has> ? Key : never;
}[keyof Variables];

type ValueOf<Declaration> = Declaration extends Variable<string, infer Value> ? Value : never;

type GroupValues<Variables> = { readonly [Key in KeysThat<'always', Variables>]: ValueOf<Variables[Key]> } & {
  readonly [Key in KeysThat<'maybe', Variables>]?: ValueOf<Variables[Key]>;
};

type Flat<Type> = { [Key in keyof Type]: Type[Key] };

/** The values of all groups, as the registry's declarations type them. */
export type ConfigValues = {
  readonly [Group in keyof Registry]: Flat<GroupValues<Registry[Group]['variables']>>;
};

type NamesIn<Variables> = Variables[keyof Variables] extends infer Declaration
  ? Declaration extends Variable<infer Name>
    ? Name
    : never
  : never;

/** The name of a registered variable: `'INSTRUCTOR_TIMEOUT'`, … */
export type VariableName = { [Group in keyof Registry]: NamesIn<Registry[Group]['variables']> }[keyof Registry];
