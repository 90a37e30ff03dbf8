import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';

import { jsonList, numberOf, textOf, type Json } from '../json.js';
import { toWireAttachment, type StoredFile } from '../messages/stored-file.js';
import { toResolvedMember } from '../people/wire-places.js';
import type { World } from '../world.js';

/** A value for an option: users, channels and files by their object or id. */
export type OptionValue = string | number | boolean | { readonly id: string };

/** Data of a slash command as Discord sends it. */
export interface CommandData {
  readonly options: Json[];
  readonly resolved: Json;
}

/** How strictly values are checked: while a person still types, nothing is complete. */
export interface OptionRules {
  readonly isAutocomplete: boolean;
  /** Name of the option being typed. */
  readonly focused?: string;
  readonly inGuild: boolean;
}

/**
 * Turns plain values into the options of a registered command.
 * @throws Where Discord's client would not let a person send the command.
 */
export function toCommandOptions(world: World, command: Json, path: readonly string[], values: Readonly<Record<string, OptionValue>>, rules: OptionRules): CommandData {
  const label = `/${[command.name, ...path].join(' ')}`;
  const resolved: Json = {};
  const [nextName, ...rest] = path;
  if (nextName !== undefined) {
    const sub = jsonList(command.options).find(({ name, type }) => name === nextName && (type === OptionType.Subcommand || type === OptionType.SubcommandGroup));
    if (!sub) throw new Error(`The registered command has no sub-command "${label}"`);
    const inner = toCommandOptions(world, sub, rest, values, rules);
    return { options: [{ name: nextName, type: sub.type, options: inner.options }], resolved: inner.resolved };
  }

  const declared = jsonList(command.options);
  if (declared.some(({ type }) => type === OptionType.Subcommand || type === OptionType.SubcommandGroup)) {
    throw new Error(`"${label}" has sub-commands: name one, as in slash('${String(command.name)} ${String(declared[0]?.name)}')`);
  }
  for (const name of Object.keys(values)) {
    if (!declared.some((option) => option.name === name)) throw new Error(`"${label}" has no option "${name}"`);
  }
  const options = declared.flatMap((option): Json[] => {
    const name = String(option.name);
    const value = values[name];
    if (value === undefined) {
      if (option.required === true && !rules.isAutocomplete) throw new Error(`"${label}" requires the option "${name}"`);
      return [];
    }
    const isFocused = rules.focused === name;
    if (!isFocused) checkValue(label, option, value);
    const sent = resolve(world, resolved, option, value, rules.inGuild);
    return [{ name, type: option.type, value: sent, ...(isFocused && { focused: true }) }];
  });
  return { options, resolved };
}

/** Longest text of a string option (Discord developer documentation, "Application Command Option Structure"). */
const MAX_TEXT_OPTION = 6000;

const EXPECTED: Readonly<Record<number, string>> = {
  [OptionType.String]: 'string',
  [OptionType.Integer]: 'number',
  [OptionType.Number]: 'number',
  [OptionType.Boolean]: 'boolean',
};

function checkValue(label: string, option: Json, value: OptionValue): void {
  const complain = (problem: string): never => {
    throw new Error(`"${label}": option "${String(option.name)}" ${problem}`);
  };
  const expected = EXPECTED[numberOf(option.type) ?? 0];
  if (expected !== undefined && typeof value !== expected) complain(`takes a ${expected}`);
  if (option.type === OptionType.Integer && !Number.isInteger(value)) complain('takes a whole number');
  const choices = jsonList(option.choices);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    complain(`must be one of ${choices.map((choice) => JSON.stringify(choice.value)).join(', ')}`);
  }
  const size = typeof value === 'string' ? value.length : value;
  if (typeof size !== 'number') return;
  const [least, most] = typeof value === 'string' ? [option.min_length, option.max_length] : [option.min_value, option.max_value];
  const min = numberOf(least) ?? -Infinity;
  const max = numberOf(most) ?? (typeof value === 'string' ? MAX_TEXT_OPTION : Infinity);
  if (size < min || size > max) complain(`is outside ${min}..${max}`);
}

/** Adds what a value refers to, as Discord does, and answers the value on the wire. */
function resolve(world: World, resolved: Json, option: Json, value: OptionValue, inGuild: boolean): string | number | boolean {
  const id = typeof value === 'object' ? value.id : String(value);
  const add = (kind: string, object: unknown): string => {
    if (object === undefined) throw new Error(`Option "${String(option.name)}": the fake knows no ${kind.slice(0, -1)} "${id}"`);
    resolved[kind] = { ...(resolved[kind] as Json | undefined), [id]: object };
    return id;
  };
  switch (option.type) {
    case OptionType.User:
    case OptionType.Mentionable: {
      const user = world.users.get(id);
      if (user && inGuild) add('members', { ...toResolvedMember(), permissions: '0' });
      return add('users', user);
    }
    case OptionType.Channel: {
      const channel = world.channels.get(id);
      return add('channels', channel && { id, name: channel.name, type: 0, permissions: '0', parent_id: null });
    }
    case OptionType.Attachment: {
      const file = findFile(world, id);
      return add('attachments', file && toWireAttachment(file));
    }
    default:
      return typeof value === 'object' ? textOf(value.id) ?? '' : value;
  }
}

function findFile(world: World, id: string): StoredFile | undefined {
  return [...world.files.values()].find((file) => file.id === id);
}
