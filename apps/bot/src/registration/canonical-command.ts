import { createHash } from 'node:crypto';

import { ApplicationCommandType } from 'discord.js';

/** A command as it is sent to Discord or comes back from there; what else Discord adds is of no account. */
export interface CommandLike {
  readonly type?: ApplicationCommandType | undefined;
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description?: string | undefined;
  readonly description_localizations?: Localizations;
  readonly options?: readonly object[] | undefined;
  readonly default_member_permissions?: unknown;
  readonly nsfw?: boolean | undefined;
  readonly integration_types?: readonly number[] | null | undefined;
  readonly contexts?: readonly number[] | null | undefined;
}

type Localizations = object | null | undefined;

/**
 * A hash of what a list of commands means, in hexadecimal: the same for what is
 * sent and for what Discord makes of it, and for every order of the commands.
 *
 * Fields that Discord fills in (ids, versions, defaults) are left out or filled
 * in the same way.
 */
export function hashCommands(commands: readonly CommandLike[]): string {
  const canonical = commands.map((command) => JSON.stringify(canonicalCommand(command))).toSorted();
  return createHash('sha256').update(canonical.join('\n')).digest('hex');
}

function canonicalCommand(command: CommandLike): unknown {
  return {
    type: command.type ?? ApplicationCommandType.ChatInput,
    name: command.name,
    name_localizations: sortedFields(command.name_localizations),
    description: command.description ?? '',
    description_localizations: sortedFields(command.description_localizations),
    options: (command.options ?? []).map(canonicalOption),
    default_member_permissions: command.default_member_permissions ?? null,
    nsfw: command.nsfw ?? false,
    integration_types: command.integration_types?.toSorted((one, other) => one - other) ?? null,
    contexts: command.contexts?.toSorted((one, other) => one - other) ?? null,
  };
}

/** Absent, null, false and empty mean the same in an option. The order of options is what people see, so it stays. */
function canonicalOption(option: object): unknown {
  const meaningful = Object.entries(option)
    .map(([name, value]: [string, unknown]) => [name, canonicalValue(name, value)] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== false && !isEmpty(value));
  return sortedFields(Object.fromEntries(meaningful));
}

function canonicalValue(name: string, value: unknown): unknown {
  if (name === 'options' && Array.isArray(value)) return value.map((option) => canonicalOption(option as object));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? sortedFields(value) : value;
}

function sortedFields(fields: Localizations): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
