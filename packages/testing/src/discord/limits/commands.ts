import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';

import { isJson, jsonList, textOf, type Json } from '../json.js';

import { checkChoices } from './choices.js';
import type { FormCheck } from './form-check.js';

/** Limits of commands (Discord developer documentation, "Application Commands", read 2026-08-06). */
const LIMITS = { name: 32, description: 100, options: 25, totalText: 8000 } as const;

/** How many commands of each type one scope may hold. */
const PER_TYPE: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const NESTING = new Set<unknown>([ApplicationCommandOptionType.Subcommand, ApplicationCommandOptionType.SubcommandGroup]);
const WITH_CHOICES = new Set<unknown>([
  ApplicationCommandOptionType.String,
  ApplicationCommandOptionType.Integer,
  ApplicationCommandOptionType.Number,
]);

/** Checks all commands of one scope, as a bulk overwrite sends them. */
export function checkCommandList(check: FormCheck, commands: readonly Json[]): void {
  const seen = new Set<string>();
  commands.forEach((command, index) => {
    const type = typeOf(command);
    const key = `${type}:${String(command.name)}`;
    if (seen.has(key)) {
      check.fail(`${index}.name`, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    seen.add(key);
    checkCommand(check, String(index), command);
  });
  checkCommandCounts(check, commands);
}

/** Checks how many commands of each type one scope would hold. */
export function checkCommandCounts(check: FormCheck, commands: readonly Json[]): void {
  const counts = new Map<number, number>();
  for (const command of commands) {
    const type = typeOf(command);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  for (const [type, count] of counts) {
    const max = PER_TYPE[type];
    if (max !== undefined && count > max) {
      check.fail('_errors', 'APPLICATION_COMMAND_TOO_MANY', `Maximum number of application commands of type ${type} reached (${max}).`);
    }
  }
}

/** Checks one command; `field` is its index, or empty for a body of its own. */
export function checkCommand(check: FormCheck, field: string, command: Json): void {
  const at = (name: string) => (field === '' ? name : `${field}.${name}`);
  const type = typeOf(command);
  if (type === ApplicationCommandType.ChatInput) {
    checkName(check, at('name'), command.name);
    check.text(at('description'), command.description, { min: 1, max: LIMITS.description, isRequired: true });
    checkOptions(check, at('options'), command.options, 0);
    if (textLength(command) > LIMITS.totalText) {
      check.fail(at('options'), 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${LIMITS.totalText})`);
    }
  } else {
    check.text(at('name'), command.name, { min: 1, max: LIMITS.name, isRequired: true });
    if (textOf(command.description)) check.fail(at('description'), 'APPLICATION_COMMAND_DESCRIPTION', 'Context menu commands cannot have description');
    if (jsonList(command.options).length > 0) check.fail(at('options'), 'APPLICATION_COMMAND_OPTIONS', 'Context menu commands cannot have options');
  }
  for (const [locale, name] of localized(command.name_localizations)) {
    if (type === ApplicationCommandType.ChatInput) checkName(check, at(`name_localizations.${locale}`), name);
    else check.text(at(`name_localizations.${locale}`), name, { min: 1, max: LIMITS.name });
  }
  for (const [locale, text] of localized(command.description_localizations)) {
    check.text(at(`description_localizations.${locale}`), text, { min: 1, max: LIMITS.description });
  }
}

function checkOptions(check: FormCheck, field: string, value: unknown, depth: number): void {
  const names = new Set<unknown>();
  let sawOptional = false;
  const options = check.list(field, value, { max: LIMITS.options });
  options.forEach((option, index) => {
    const at = `${field}.${index}`;
    checkName(check, `${at}.name`, option.name);
    check.text(`${at}.description`, option.description, { min: 1, max: LIMITS.description, isRequired: true });
    if (names.has(option.name)) check.fail(`${at}.name`, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    names.add(option.name);

    if (NESTING.has(option.type)) {
      if (depth > 1 || (depth === 1 && option.type === ApplicationCommandOptionType.SubcommandGroup)) {
        check.fail(`${at}.type`, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command option nesting is too deep');
      }
      checkOptions(check, `${at}.options`, option.options, option.type === ApplicationCommandOptionType.Subcommand ? 2 : 1);
      return;
    }
    if (options.some(({ type }) => NESTING.has(type))) {
      check.fail(`${at}.type`, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands and other options cannot be mixed');
    }
    if (option.required === true && sawOptional) {
      check.fail(at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options must be placed before non-required options');
    }
    sawOptional ||= option.required !== true;
    checkChoices(check, `${at}.choices`, option.choices);
    if (option.autocomplete === true && (jsonList(option.choices).length > 0 || !WITH_CHOICES.has(option.type))) {
      check.fail(`${at}.autocomplete`, 'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE', 'Autocomplete needs a string or number option without choices');
    }
  });
}

function checkName(check: FormCheck, field: string, value: unknown): void {
  check.text(field, value, { min: 1, max: LIMITS.name, isRequired: true });
  if (typeof value === 'string' && value.length <= LIMITS.name && (!CHAT_NAME.test(value) || value !== value.toLowerCase())) {
    check.fail(field, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

/** Absent means a slash command; what is no known type at all is left to the OpenAPI document. */
function typeOf(command: Json): ApplicationCommandType {
  return (command.type ?? ApplicationCommandType.ChatInput) as ApplicationCommandType;
}

function localized(value: unknown): [string, unknown][] {
  return isJson(value) ? Object.entries(value).filter(([, text]) => text !== null) : [];
}

/** Names, descriptions and choice values count together; of each localised text only the longest form. */
function textLength(node: Json): number {
  const longest = (own: unknown, others: unknown) =>
    Math.max(...[own, ...localized(others).map(([, text]) => text)].map((text) => textOf(text)?.length ?? 0));
  return (
    longest(node.name, node.name_localizations) +
    longest(node.description, node.description_localizations) +
    (textOf(node.value)?.length ?? 0) +
    [...jsonList(node.options), ...jsonList(node.choices)].reduce((sum, child) => sum + textLength(child), 0)
  );
}
