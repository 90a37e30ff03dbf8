import type { FakeDiscord } from './fake-discord.js';
import type { GatewayServer } from './gateway/gateway-server.js';
import { useMessageCommand, useSlashCommand, useUserCommand } from './interactions/commands-of-people.js';
import { pickValues, pressButton, submitModal } from './interactions/controls-of-people.js';
import type { FakeInteraction } from './interactions/fake-interaction.js';
import { setScene, type Scene } from './interactions/start-interaction.js';
import type { Where } from './interactions/where.js';
import { toFakeMessage, type FakeMessage } from './messages/fake-message.js';
import { storeFile } from './messages/stored-file.js';
import type { StoredMessage } from './messages/stored-message.js';
import { removeMessage, writeMessage } from './messages/write-message.js';
import { addUser, type Account, type FakeUser } from './people/people.js';
import type { RecordedRequest } from './rest/rest-server.js';
import type { ScriptedFailures } from './rest/scripted-failures.js';
import { allViolations, expectNoViolations } from './violations-at-end.js';
import type { FakeChannel, FakeGuild, World } from './world.js';

interface Parts {
  readonly world: World;
  readonly gateway: GatewayServer;
  readonly failures: ScriptedFailures;
  readonly requests: readonly RecordedRequest[];
  readonly gatewayUrl: string;
  readonly openApi: FakeDiscord['openApi'];
  readonly close: () => Promise<void>;
}

/** Puts the face that tests see on the parts of the fake. */
export function createFakeDiscord({ world, gateway, failures, requests, gatewayUrl, openApi, close }: Parts): FakeDiscord {
  const { waitFor } = world.changed;
  const guild = addGuild(world, 'Debate club');
  const channel = addChannel(world, 'general', guild);
  const someone = addUser(world, 'Ada');

  const ready: FakeDiscord['ready'] = async (options) => {
    await waitFor('a client to identify', () => (gateway.sessions.length > 0 ? true : undefined), options);
  };
  const scene = async (where: Where = {}): Promise<Scene> => {
    await ready();
    return setScene(world, where, { user: someone, channel });
  };
  const stored = ({ id }: { readonly id: string }): StoredMessage => {
    const message = world.messages.get(id);
    if (!message) throw new Error('The message is not there any more');
    return message;
  };
  const write = (content: string, { user, channel: place, where }: Scene, extra: { replyTo?: FakeMessage; fileIds?: readonly string[] } = {}) => {
    if (where.place === 'private') throw new Error('The bot cannot see messages of a conversation that it is no part of');
    const message = writeMessage(world, {
      channelId: place.id,
      author: user,
      body: { content, ...(extra.replyTo && { message_reference: { message_id: extra.replyTo.id } }) },
      uploads: [],
      files: [...world.files.values()].filter(({ id }) => extra.fileIds?.includes(id)),
      allowedFlags: 0,
    });
    return message;
  };
  const ofBot = () =>
    [...world.messages.values()]
      .filter(({ author, interactionFields }) => author.id === world.bot.id && !interactionFields)
      .map((message) => toFakeMessage(world, message));

  return {
    apiUrl: `${world.origin}/api`,
    gatewayUrl,
    token: world.token,
    applicationId: world.bot.id,
    guild,
    channel,
    someone: toFakeUser(someone),
    openApi,
    gateway: gateway.counts,
    requests,
    get commands() {
      return [...world.commands.list];
    },
    get violations() {
      return allViolations(world);
    },
    get botMessages() {
      return ofBot();
    },
    expectNoViolations: () => { expectNoViolations(world); },
    ready,
    waitFor,

    user: (name) => toFakeUser(addUser(world, name)),
    addChannel: (name, place = guild) => addChannel(world, name, place),
    addGuild: (name) => addGuild(world, name),
    file: (name, content, contentType = 'text/plain; charset=utf-8') =>
      storeFile(world, channel.id, { name, contentType, bytes: typeof content === 'string' ? Buffer.from(content) : content }),

    slash: async (name, options = {}, where) => useSlashCommand(world, name, options, await scene(where)),
    autocomplete: async (name, options, focused, where) => useSlashCommand(world, name, options, await scene(where), { focused }),
    async messageCommand(name, target, where) {
      const at = await scene(where);
      if (typeof target === 'object' && 'id' in target) return useMessageCommand(world, name, stored(target), at);
      const { content, author } = typeof target === 'string' ? { content: target, author: undefined } : target;
      const writer = author && world.users.get(author.id);
      return useMessageCommand(world, name, write(content, writer ? { ...at, user: writer } : at), at);
    },
    userCommand: async (name, target, where) => useUserCommand(world, name, target.id, await scene(where)),
    press: async (message, customId, where) => pressButton(world, stored(message), customId, await sceneOf(message, where)),
    select: async (message, customId, values, where) => pickValues(world, stored(message), customId, values, await sceneOf(message, where)),
    async submitModal(opener, values, where) {
      const modal = await opener.modal();
      const parent = interactionOf(opener);
      const source = parent.sourceMessageId === undefined ? undefined : world.messages.get(parent.sourceMessageId);
      const user = { id: parent.userId, name: '' };
      const at = await scene({ user, ...where, place: parent.place });
      return submitModal(world, modal, values, { ...at, channel: world.channels.get(parent.channelId) ?? at.channel }, source);
    },
    async message(content, { replyTo, files = [], ...where } = {}) {
      const extra = { ...(replyTo && { replyTo }), fileIds: files.map(({ id }) => id) };
      return toFakeMessage(world, write(content, await scene(where), extra));
    },
    botMessage: (when = () => true, options) => waitFor('a message of the bot', () => ofBot().find(when), options),
    messageNow(id) {
      const message = world.messages.get(id);
      return message && toFakeMessage(world, message);
    },
    deleteMessage(id) {
      world.removedMessageIds.add(id);
      removeMessage(world, stored({ id }));
    },

    failNext: (failure) => { failures.add(failure); },
    dropConnections: (code, reason) => { gateway.drop(code, reason); },
    dispatch(event, data) {
      for (const session of gateway.sessions) session.dispatch(event, data);
    },
    [Symbol.asyncDispose]: close,
  };

  /** People press where the message is. */
  async function sceneOf(message: FakeMessage, where: Where = {}): Promise<Scene> {
    const at = await scene(where);
    const place = world.channels.get(message.channelId);
    if (!place) return { ...at, place: 'private', channel: { ...at.channel, id: message.channelId } };
    return { ...at, place: place.guildId === undefined ? 'dm' : 'guild', channel: place };
  }

  function interactionOf({ id }: FakeInteraction) {
    const interaction = [...world.interactions.values()].find((known) => known.id === id);
    if (!interaction) throw new Error('This interaction is not of this fake Discord');
    return interaction;
  }
}

function addGuild(world: World, name: string): FakeGuild {
  const guild: FakeGuild = { id: world.nextId(), name };
  world.guilds.set(guild.id, guild);
  return guild;
}

function addChannel(world: World, name: string, { id: guildId }: FakeGuild): FakeChannel {
  const channel: FakeChannel = { id: world.nextId(), name, guildId };
  world.channels.set(channel.id, channel);
  return channel;
}

function toFakeUser({ id, global_name, username }: Account): FakeUser {
  return { id, name: global_name ?? username };
}
