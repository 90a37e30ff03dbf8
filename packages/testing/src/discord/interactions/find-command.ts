import { ApplicationCommandType, InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';

import type { RegisteredCommand } from '../commands/command-store.js';
import { EVERYONE_PERMISSIONS } from '../people/wire-places.js';
import type { World } from '../world.js';

import type { Scene } from './start-interaction.js';

/** A command's name as a person types it. */
export function commandLabel(type: ApplicationCommandType, name: string): string {
  return type === ApplicationCommandType.ChatInput ? `"/${name}"` : `the context menu "${name}"`;
}

/** Waits until the application has registered a command, and checks that it is offered there. */
export async function findCommand(world: World, type: ApplicationCommandType, name: string, scene: Scene): Promise<RegisteredCommand> {
  const command = await world.changed.waitFor(`the application to register ${commandLabel(type, name)}`, () => {
    const candidates = world.commands.list.filter((known) => known.type === type && known.name === name);
    // A guild's own command hides the global one of the same name.
    return candidates.find(({ guildId }) => guildId !== undefined && guildId === scene.channel.guildId) ?? candidates.find(({ guildId }) => guildId === undefined);
  });
  checkIsOffered(command, scene);
  return command;
}

const ADMINISTRATOR = PermissionFlagsBits.Administrator;

const CONTEXT = { guild: InteractionContextType.Guild, dm: InteractionContextType.BotDM, private: InteractionContextType.PrivateChannel } as const;

function checkIsOffered({ name, type, guildId, wire }: RegisteredCommand, { place, where }: Scene): void {
  const complain = (problem: string) => {
    throw new Error(`Discord would not offer ${commandLabel(type, name)} here: ${problem}`);
  };
  if (guildId !== undefined) {
    if (place !== 'guild') complain('it is registered for one guild only');
  } else {
    const contexts = wire.contexts;
    if (Array.isArray(contexts) && !contexts.includes(CONTEXT[place])) complain(`its contexts are ${JSON.stringify(contexts)}`);
    const installs: unknown = wire.integration_types;
    if (place === 'private' && !(Array.isArray(installs) && installs.includes(1))) complain('it cannot be installed by users (integration_types)');
  }
  const needed = wire.default_member_permissions;
  const held = where.permissions ?? BigInt(EVERYONE_PERMISSIONS);
  if (place === 'guild' && typeof needed === 'string' && (held & ADMINISTRATOR) === 0n && (held & BigInt(needed)) !== BigInt(needed)) {
    complain(`the person lacks the permissions ${needed}`);
  }
}
