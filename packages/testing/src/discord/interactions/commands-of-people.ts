import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';

import { jsonList, type Json } from '../json.js';
import { isEphemeral, toWireMessage, type StoredMessage } from '../messages/stored-message.js';
import { toResolvedMember } from '../people/wire-places.js';
import type { World } from '../world.js';

import { toCommandOptions, type OptionValue } from './command-options.js';
import { createFakeInteraction, type FakeInteraction } from './fake-interaction.js';
import { commandLabel, findCommand } from './find-command.js';
import { startInteraction, type Scene } from './start-interaction.js';

/** Uses a slash command; `name` may hold sub-commands, as in `settings show`. */
export async function useSlashCommand(
  world: World,
  name: string,
  values: Readonly<Record<string, OptionValue>>,
  scene: Scene,
  typing?: { readonly focused: string },
): Promise<FakeInteraction> {
  const [root = '', ...path] = name.split(' ');
  const command = await findCommand(world, ApplicationCommandType.ChatInput, root, scene);
  const focused = typing && findOption(command.wire, path, typing.focused);
  if (typing && focused?.autocomplete !== true) throw new Error(`The option "${typing.focused}" of "/${name}" has no autocomplete`);
  const { options, resolved } = toCommandOptions(world, command.wire, path, values, {
    isAutocomplete: typing !== undefined,
    inGuild: scene.place === 'guild',
    ...typing,
  });
  const interaction = startInteraction(world, scene, {
    type: typing ? InteractionType.ApplicationCommandAutocomplete : InteractionType.ApplicationCommand,
    data: { ...commandData(command), options, ...(Object.keys(resolved).length > 0 && { resolved }) },
  });
  return createFakeInteraction(world, interaction, `"/${name}"`);
}

/** Uses a message context menu. */
export async function useMessageCommand(world: World, name: string, target: StoredMessage, scene: Scene): Promise<FakeInteraction> {
  const command = await findCommand(world, ApplicationCommandType.Message, name, scene);
  if (isEphemeral(target)) throw new Error('Discord offers no context menu on ephemeral messages');
  const interaction = startInteraction(world, scene, {
    type: InteractionType.ApplicationCommand,
    data: { ...commandData(command), target_id: target.id, resolved: { messages: { [target.id]: toWireMessage(world, target) } } },
  });
  return createFakeInteraction(world, interaction, commandLabel(ApplicationCommandType.Message, name));
}

/** Uses a user context menu. */
export async function useUserCommand(world: World, name: string, targetId: string, scene: Scene): Promise<FakeInteraction> {
  const command = await findCommand(world, ApplicationCommandType.User, name, scene);
  const user = world.users.get(targetId);
  if (!user) throw new Error('This person is not of this fake Discord: make people with discord.user()');
  const interaction = startInteraction(world, scene, {
    type: InteractionType.ApplicationCommand,
    data: {
      ...commandData(command),
      target_id: user.id,
      resolved: { users: { [user.id]: user }, ...(scene.place === 'guild' && { members: { [user.id]: { ...toResolvedMember(), permissions: '0' } } }) },
    },
  });
  return createFakeInteraction(world, interaction, commandLabel(ApplicationCommandType.User, name));
}

function commandData(command: { readonly id: string; readonly name: string; readonly type: number; readonly guildId?: string }): Json {
  return { id: command.id, name: command.name, type: command.type, ...(command.guildId !== undefined && { guild_id: command.guildId }) };
}

function findOption(command: Json, path: readonly string[], name: string): Json | undefined {
  const [next, ...rest] = path;
  const options = jsonList(command.options);
  if (next === undefined) return options.find((option) => option.name === name);
  const sub = options.find((option) => option.name === next);
  return sub && findOption(sub, rest, name);
}
