import { registry, type VariableGroup } from './registry.js';
import { allowedText, type Variable } from './variable.js';

/** The text of `docs/configuration.md`: the rules of reading, then a table for each group. */
export function renderConfigurationReference(): string {
  const groups = Object.entries<VariableGroup>(registry).map(([groupName, group]) => renderGroup(groupName, group));
  return `${INTRODUCTION}\n\n${groups.join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Generated from packages/config/src/variables; do not edit. -->

# Configuration

Every setting is an environment variable, and nothing has to be set: the analyses then work offline.
\`discord-intelligence config print\` shows the settings in force and where each one comes from.

## How settings are read

- The environment of the process wins. Where it says nothing and \`NODE_ENV\` is unset or \`development\`,
  the file \`.env\` in the working directory counts. \`.env.example\` is a template for it.
- Values are trimmed. An empty value counts as unset.
- Flags are \`1\`, \`true\`, \`yes\`, \`on\` or \`0\`, \`false\`, \`no\`, \`off\`, in any case of letters.
- Numbers are plain decimals: \`3\` or \`0.5\`, never \`1e3\` or \`0x10\`.
- A placeholder such as \`your-key-here\`, \`<token>\`, \`CHANGE_ME\`, \`xxxx\` or \`sk-...\` counts as unset, with a warning.
- A wrong value stops the program. The message names every wrong variable at once: what was found, what is
  allowed and what to do.
- A name that looks like one of these but is none of them is ignored, with a warning and a suggestion.
- Secrets are never shown: not in messages, not in logs, not by \`config print\`.`;

function renderGroup(groupName: string, { title, description, variables }: VariableGroup): string {
  const rows = Object.entries(variables).map(([key, variable]) =>
    row([
      `\`${variable.name}\``,
      variable.description,
      defaultText(variable),
      capitalised(allowedText(variable)),
      `\`${groupName}.${key}\``,
    ]),
  );
  const heading = row(['Variable', 'Meaning', 'Default', 'Allowed', 'In code']);
  return [`## ${title}`, '', description, '', heading, row(['---', '---', '---', '---', '---']), ...rows].join('\n');
}

function defaultText(variable: Variable): string {
  const { default: value, fallsBackTo, isSecret } = variable;
  const shown = value === undefined ? '' : variable.print(value);
  const own = shown === '' ? 'none' : `\`${shown}\``;
  if (isSecret) return 'none (secret)';
  if (fallsBackTo === undefined) return own;
  return value === undefined ? `as \`${fallsBackTo}\`` : `as \`${fallsBackTo}\`, else ${own}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
