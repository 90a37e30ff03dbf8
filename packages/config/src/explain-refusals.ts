import type { Layers } from './environment.js';
import { ConfigError, type ConfigIssue } from './errors.js';
import type { Refusal } from './read-variable.js';
import { showFound } from './show-found.js';
import { allowedText, type Variable } from './variable.js';

/** The error that tells about every refused variable at once, without showing a secret. */
export function explainRefusals(
  refusals: ReadonlyMap<Variable, Refusal>,
  secrets: readonly string[],
  warnings: readonly string[],
): ConfigError {
  const issues = [...refusals].map(([variable, refusal]) => explain(variable, refusal, secrets));
  const headline = issues.length === 1 ? 'One setting cannot be used:' : `${issues.length} settings cannot be used:`;
  const message = [headline, ...issues.map(lineOf), ...warnings.map((warning) => `Note: ${warning}`)].join('\n');
  return new ConfigError({ code: 'CONFIG_INVALID', message, issues, warnings });
}

/** Texts that no message may show, wherever else they were pasted. */
export function secretTexts(variables: readonly Variable[], { process, dotEnv }: Layers): string[] {
  const names = variables.filter(({ isSecret }) => isSecret).map(({ name }) => name);
  const values: unknown[] = names.flatMap((name) => [process[name], dotEnv[name]]);
  return values.filter((value) => typeof value === 'string').map((value) => value.trim());
}

function explain(variable: Variable, { raw, source, reason }: Refusal, secrets: readonly string[]): ConfigIssue {
  return {
    variable: variable.name,
    source,
    found: showFound(raw, variable, secrets),
    reason,
    allowed: allowedText(variable),
    action: `${isQuoted(raw) ? 'Write it without the quotes around it' : 'Correct it'}, or remove it: ${withoutIt(variable)}.`,
  };
}

/** `docker run --env-file` and systemd keep the quotes that a shell would take away. */
function isQuoted(raw: string): boolean {
  return /^(["']).*\1$/s.test(raw);
}

function withoutIt(variable: Variable): string {
  const { default: value, fallsBackTo } = variable;
  if (fallsBackTo !== undefined) return `${fallsBackTo} is used then`;
  if (value === undefined) return 'it is optional';
  const shown = variable.print(value);
  return shown === '' ? 'the default is none' : `the default is ${shown}`;
}

function lineOf({ variable, source, found, reason, allowed, action }: ConfigIssue): string {
  return `- ${variable} is ${found} (${source}): ${reason}. Allowed: ${allowed}. ${action}`;
}
