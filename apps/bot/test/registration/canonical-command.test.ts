import { describe, expect, it } from '@jest/globals';

import { ALL_COMMANDS } from '../../src/commands/all-commands.js';
import { type CommandLike, hashCommands } from '../../src/registration/canonical-command.js';

const SENT = ALL_COMMANDS.map(({ definition }) => definition) as readonly CommandLike[];

/** What Discord makes of a command: its own fields, defaults filled in, defaults of options left out, another order of fields. */
function asDiscordReturnsIt(command: CommandLike): CommandLike {
  const withFields = {
    version: '1161616161616161616',
    id: '1151515151515151515',
    application_id: '1141414141414141414',
    default_permission: true,
    dm_permission: null,
    nsfw: false,
    default_member_permissions: null,
    description_localizations: null,
    description: '',
    ...command,
  };
  return Object.fromEntries(Object.entries(withFields).reverse()) as unknown as CommandLike;
}

describe('hashCommands', () => {
  it('is the same for what is sent and what Discord makes of it', () => {
    expect(hashCommands(SENT.map(asDiscordReturnsIt))).toBe(hashCommands(SENT));
  });

  it('heeds no order of commands, translations, contexts and fields of options', () => {
    const shuffled = SENT.toReversed().map((command) => ({
      ...command,
      contexts: [2, 0, 1],
      integration_types: [1, 0],
      options: command.options?.map((option) => Object.fromEntries(Object.entries({ required: false, autocomplete: false, choices: [], ...option }).reverse())),
    }));

    expect(hashCommands(shuffled as readonly CommandLike[])).toBe(hashCommands(SENT));
  });

  it.each<[string, (command: CommandLike) => CommandLike]>([
    ['a name', (command) => ({ ...command, name: 'other' })],
    ['a description', (command) => ({ ...command, description: 'other' })],
    ['a translation', (command) => ({ ...command, name_localizations: { de: 'anders' } })],
    ['a context', (command) => ({ ...command, contexts: [0] })],
    ['a permission', (command) => ({ ...command, default_member_permissions: '8' })],
    ['an option', (command) => ({ ...command, options: command.options?.slice(1) })],
    ['the order of options', (command) => ({ ...command, options: command.options?.toReversed() })],
    ['a limit of an option', (command) => ({ ...command, options: command.options?.map((option) => ({ ...option, max_length: 5 })) })],
  ])('changes with %s', (_what, change) => {
    expect(hashCommands(SENT.map((command, index) => (index === 0 ? change(command) : command)))).not.toBe(hashCommands(SENT));
  });

  it('changes with the number of commands', () => {
    expect(hashCommands(SENT.slice(1))).not.toBe(hashCommands(SENT));
  });
});
