import { ApplicationCommandType } from 'discord-api-types/v10';

import { textOf, type Json } from '../json.js';

/** A command as the application registered it. */
export interface RegisteredCommand {
  readonly id: string;
  readonly name: string;
  readonly type: ApplicationCommandType;
  /** Absent for global commands. */
  readonly guildId?: string;
  /** The command object of Discord's API. */
  readonly wire: Json;
}

/** The registered commands of one application. */
export interface CommandStore {
  readonly list: readonly RegisteredCommand[];
  /** Replaces all commands of one scope; names that stay keep their ids. */
  overwrite(guildId: string | undefined, bodies: readonly Json[]): RegisteredCommand[];
  /** Adds one command, or replaces the one with its name and type. */
  upsert(guildId: string | undefined, body: Json): { readonly command: RegisteredCommand; readonly isNew: boolean };
  /** Changes some fields of one command; its id stays. */
  update(known: RegisteredCommand, changes: Json): RegisteredCommand;
  remove(id: string): void;
}

/** Makes a store without commands. */
export function createCommandStore(applicationId: string, nextId: () => string): CommandStore {
  const list: RegisteredCommand[] = [];

  const add = (guildId: string | undefined, body: Json, id: string): RegisteredCommand => {
    const name = textOf(body.name) ?? '';
    const type = typeOf(body);
    const command: RegisteredCommand = {
      id,
      name,
      type,
      ...(guildId !== undefined && { guildId }),
      wire: {
        description: '',
        default_member_permissions: null,
        nsfw: false,
        ...(guildId === undefined && { contexts: null, integration_types: [0] }),
        ...body,
        id,
        type,
        application_id: applicationId,
        version: nextId(),
        ...(guildId !== undefined && { guild_id: guildId }),
      },
    };
    list.push(command);
    return command;
  };
  const take = (matches: (command: RegisteredCommand) => boolean): RegisteredCommand[] => {
    const taken = list.filter(matches);
    for (const command of taken) list.splice(list.indexOf(command), 1);
    return taken;
  };

  return {
    list,
    overwrite(guildId, bodies) {
      const before = take((command) => command.guildId === guildId);
      return bodies.map((body) => add(guildId, body, before.find(isSame(body))?.id ?? nextId()));
    },
    upsert(guildId, body) {
      const [before] = take((command) => command.guildId === guildId && isSame(body)(command));
      return { command: add(guildId, body, before?.id ?? nextId()), isNew: before === undefined };
    },
    update(known, changes) {
      take(({ id }) => id === known.id);
      return add(known.guildId, { ...known.wire, ...changes }, known.id);
    },
    remove(id) {
      take((command) => command.id === id);
    },
  };
}

function typeOf(body: Json): ApplicationCommandType {
  return (body.type ?? ApplicationCommandType.ChatInput) as ApplicationCommandType;
}

function isSame(body: Json): (command: RegisteredCommand) => boolean {
  return ({ name, type }) => name === body.name && type === typeOf(body);
}
