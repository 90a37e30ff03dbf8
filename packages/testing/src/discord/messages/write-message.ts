import { ChannelType, GatewayIntentBits, MessageFlags, MessageType } from 'discord-api-types/v10';

import { isJson, jsonList, numberOf, textOf, type Json } from '../json.js';
import { isEmptyMessage } from '../limits/message.js';
import { toResolvedMember } from '../people/wire-places.js';
import type { Account } from '../people/people.js';
import type { World } from '../world.js';

import { mentionedUserIds } from './mentions.js';
import { storeFile, type StoredFile } from './stored-file.js';
import { isEphemeral, toWireMessage, withoutContent, type StoredMessage } from './stored-message.js';
import type { Upload } from './upload.js';
import { toWireComponents, toWireEmbeds } from './wire-components.js';

/** What a new message is made of. */
export interface NewMessage {
  readonly channelId: string;
  readonly author: Account;
  /** The request body. */
  readonly body: Json;
  readonly uploads: readonly Upload[];
  /** Files that Discord holds already. */
  readonly files?: readonly StoredFile[];
  /** Flags that may be taken from the body. */
  readonly allowedFlags: number;
  readonly extraFlags?: number;
  readonly type?: MessageType;
  readonly interactionFields?: Json;
}

/** Adds a message and tells the gateway. */
export function writeMessage(world: World, { channelId, author, body, uploads, ...options }: NewMessage): StoredMessage {
  const reference = isJson(body.message_reference) ? textOf(body.message_reference.message_id) : undefined;
  const allowedMentions = isJson(body.allowed_mentions) ? body.allowed_mentions : undefined;
  const files = [...(options.files ?? []), ...storeUploads(world, channelId, body, uploads)];
  const message: StoredMessage = {
    id: world.nextId(),
    channelId,
    author,
    createdAtMs: world.now(),
    type: options.type ?? (reference === undefined ? MessageType.Default : MessageType.Reply),
    ...(reference !== undefined && { repliesToId: reference }),
    ...(options.interactionFields && { interactionFields: options.interactionFields }),
    pingsRepliedTo: allowedMentions?.replied_user !== false,
    content: textOf(body.content) ?? '',
    embeds: toWireEmbeds(jsonList(body.embeds), files),
    components: toWireComponents(jsonList(body.components), files),
    files,
    flags: ((numberOf(body.flags) ?? 0) & options.allowedFlags) | (options.extraFlags ?? 0),
    allowedMentions,
    editedAtMs: undefined,
  };
  world.messages.set(message.id, message);
  announceMessage(world, 'MESSAGE_CREATE', message);
  world.changed.notify();
  return message;
}

/** Flags that an edit can set or clear. */
const EDITABLE_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

/** Changes a message as a PATCH does: absent fields stay. */
export function editMessage(world: World, message: StoredMessage, body: Json, uploads: readonly Upload[]): void {
  if (body.content !== undefined) message.content = textOf(body.content) ?? '';
  if (Array.isArray(body.attachments)) {
    const kept = new Set(jsonList(body.attachments).map(({ id }) => String(id)));
    message.files = message.files.filter(({ id }) => kept.has(id));
  }
  message.files = [...message.files, ...storeUploads(world, message.channelId, body, uploads)];
  if (body.embeds !== undefined) message.embeds = toWireEmbeds(jsonList(body.embeds), message.files);
  if (body.components !== undefined) message.components = toWireComponents(jsonList(body.components), message.files);
  const flags = numberOf(body.flags);
  // Components v2 is a one-way street: once set, an edit cannot clear it.
  const stays = message.flags & (~EDITABLE_FLAGS | MessageFlags.IsComponentsV2);
  if (flags !== undefined) message.flags = stays | (flags & EDITABLE_FLAGS);
  message.flags &= ~MessageFlags.Loading;
  if (isJson(body.allowed_mentions)) message.allowedMentions = body.allowed_mentions;
  message.editedAtMs = world.now();
  announceMessage(world, 'MESSAGE_UPDATE', message);
  world.changed.notify();
}

/** Whether an edit would leave nothing to see (Discord's error 50006). */
export function wouldBeEmpty(message: StoredMessage, body: Json, uploads: readonly Upload[]): boolean {
  const kept = Array.isArray(body.attachments) ? jsonList(body.attachments).filter(({ id }) => message.files.some((file) => file.id === String(id))) : message.files;
  return isEmptyMessage(
    {
      content: body.content === undefined ? message.content : body.content,
      embeds: body.embeds ?? (body.embeds === undefined ? message.embeds : []),
      components: body.components ?? message.components,
      flags: message.flags | (numberOf(body.flags) ?? 0),
    },
    [...kept, ...uploads],
  );
}

/** Takes a message away and tells the gateway. */
export function removeMessage(world: World, message: StoredMessage): void {
  world.messages.delete(message.id);
  const channel = world.channels.get(message.channelId);
  if (!isEphemeral(message) && channel) {
    const { guildId } = channel;
    const data = { id: message.id, channel_id: message.channelId, ...(guildId !== undefined && { guild_id: guildId }) };
    world.announce({ name: 'MESSAGE_DELETE', data, ...audience(guildId) });
  }
  world.changed.notify();
}

function announceMessage(world: World, name: string, message: StoredMessage): void {
  const channel = world.channels.get(message.channelId);
  // Neither ephemeral messages nor conversations without the bot pass the gateway.
  if (isEphemeral(message) || !channel) return;
  const { guildId } = channel;
  const wire = toWireMessage(world, message);
  const data = {
    ...wire,
    // Clients tell direct messages by it.
    channel_type: guildId === undefined ? ChannelType.DM : ChannelType.GuildText,
    ...(guildId !== undefined && { guild_id: guildId, member: toResolvedMember() }),
  };
  // Without the message content intent an application still reads its own
  // messages, direct messages and messages that mention it.
  const mentionsBot =
    mentionedUserIds(message.content).has(world.bot.id) || jsonList(wire.mentions).some(({ id }) => id === world.bot.id);
  const isReadable = guildId === undefined || message.author.id === world.bot.id || mentionsBot;
  world.announce({ name, data, ...(!isReadable && { dataWithoutContent: withoutContent(data) }), ...audience(guildId) });
}

function audience(guildId: string | undefined) {
  return guildId === undefined
    ? { intents: GatewayIntentBits.DirectMessages }
    : { guildId, intents: GatewayIntentBits.GuildMessages };
}

function storeUploads(world: World, channelId: string, body: Json, uploads: readonly Upload[]): StoredFile[] {
  const described = new Map(jsonList(body.attachments).map((attachment) => [String(attachment.id), attachment]));
  return uploads.map(({ key, name, contentType, bytes }) => {
    const entry = described.get(key);
    const description = textOf(entry?.description);
    const file = { name: textOf(entry?.filename) ?? name, contentType, bytes };
    return storeFile(world, channelId, description === undefined ? file : { ...file, description });
  });
}
