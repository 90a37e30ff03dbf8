import { registry, type VariableGroup } from './registry.js';
import { allowedText, type Variable } from './variable.js';

/**
 * The text of `.env.example`: every variable on a line `# NAME=value`, with its
 * default or an example. All lines are comments, so a copy of it changes nothing
 * until a line is uncommented; each uncommented line is also safe in a shell.
 */
export function renderEnvExample(): string {
  const groups = Object.values<VariableGroup>(registry).map((group) =>
    [`# --- ${group.title}: ${plain(group.description)}`, ...Object.values(group.variables).flatMap(linesOf)].join('\n'),
  );
  return `${INTRODUCTION}\n\n${groups.join('\n\n')}\n`;
}

const INTRODUCTION = `# Settings of discord-intelligence. Generated from packages/config; do not edit.
#
# Copy this file to .env and uncomment what you want to change. Nothing has to be
# set. Variables of the process win over .env, which is read in development only.
# docs/configuration.md tells more about each of them.`;

function linesOf(variable: Variable): string[] {
  const about = [`# ${plain(variable.description)}`, `# Allowed: ${allowedText(variable)}.`];
  // It says whether a .env file is read at all, so a line for it in one would do nothing.
  if (variable.isProcessOnly) return ['#', ...about, `# ${variable.name} is read from the process only and cannot be set here.`];
  return ['#', ...about, `# ${variable.name}=${shellQuoted(sampleOf(variable))}`];
}

/** The default where there is one that says something, else an example. */
function sampleOf(variable: Variable): string {
  const { default: value, example = '', isSecret } = variable;
  return value === undefined || isSecret ? example : variable.print(value) || example;
}

/** Quoted where a shell would otherwise read more than a word in it. */
function shellQuoted(value: string): string {
  return /^[\w./:@%+,-]*$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** Without the marks of Markdown. */
function plain(sentence: string): string {
  return sentence.replaceAll('`', '');
}
