import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';

import { type CommandLike, hashCommands } from './canonical-command.js';

/** What to register, and where. */
export interface RegisterCommandsOptions {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  /** The only server that gets the commands; everywhere when absent. */
  readonly guildId?: string | undefined;
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
}

/** What became of it. */
export interface Registration {
  readonly scope: 'guild' | 'global';
  /** Whether Discord had to be told. */
  readonly isChanged: boolean;
  /** Hash of the commands as they are registered now. */
  readonly hash: string;
}

/**
 * Makes the commands at Discord the given ones. Writes only when they differ,
 * since Discord counts every write against 200 creations a day.
 *
 * @throws DiscordAPIError when Discord refuses.
 */
export async function registerCommands({ rest, applicationId, guildId, commands }: RegisterCommandsOptions): Promise<Registration> {
  const wanted = guildId === undefined ? commands : commands.map((command) => withoutGlobalFields(command));
  const route =
    guildId === undefined ? Routes.applicationCommands(applicationId) : Routes.applicationGuildCommands(applicationId, guildId);
  const hash = hashCommands(wanted);
  // Without the parameter Discord leaves the translations out.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as readonly CommandLike[];
  const found = guildId === undefined ? registered : registered.map((command) => withoutGlobalFields(command));
  const isChanged = hashCommands(found) !== hash;
  if (isChanged) await rest.put(route, { body: wanted });
  return { scope: guildId === undefined ? 'global' : 'guild', isChanged, hash };
}

/** Where a command may be installed and used is set for global commands only; as undefined it stays out of a request. */
function withoutGlobalFields<Fields extends CommandLike>(command: Fields) {
  return { ...command, integration_types: undefined, contexts: undefined };
}
