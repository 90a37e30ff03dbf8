import { MessageFlags, type MessageType } from 'discord-api-types/v10';

import type { Json } from '../json.js';
import type { ExistingMessage } from '../limits/message.js';
import type { Account } from '../people/people.js';
import type { World } from '../world.js';

import { mentionedUserIds } from './mentions.js';
import { toWireAttachment, type StoredFile } from './stored-file.js';

/** A message as the fake keeps it; edits change it in place. */
export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: Account;
  readonly createdAtMs: number;
  readonly type: MessageType;
  /** Id of the message that this one answers. */
  readonly repliesToId?: string;
  /** Fields that only answers to interactions carry. */
  readonly interactionFields?: Json;
  /** Whether the author of the message replied to is pinged. */
  readonly pingsRepliedTo: boolean;
  content: string;
  embeds: Json[];
  components: Json[];
  files: StoredFile[];
  flags: number;
  allowedMentions: Json | undefined;
  editedAtMs: number | undefined;
}

/** The message object of Discord's API. */
export function toWireMessage(world: World, message: StoredMessage): Json {
  const channel = world.channels.get(message.channelId);
  const referenced = message.repliesToId === undefined ? undefined : world.messages.get(message.repliesToId);
  const mentioned = mentionedUserIds(message.content);
  if (referenced && message.pingsRepliedTo) mentioned.add(referenced.author.id);

  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: message.author,
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.files.map(toWireAttachment),
    flags: message.flags,
    timestamp: new Date(message.createdAtMs).toISOString(),
    edited_timestamp: message.editedAtMs === undefined ? null : new Date(message.editedAtMs).toISOString(),
    mentions: [...mentioned].flatMap((id) => world.users.get(id) ?? []),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...(message.repliesToId !== undefined && {
      message_reference: { type: 0, message_id: message.repliesToId, channel_id: message.channelId, ...(channel?.guildId !== undefined && { guild_id: channel.guildId }) },
      // One level deep, as Discord does: the quoted message does not quote in turn.
      referenced_message: referenced ? withoutReference(toWireMessage(world, referenced)) : null,
    }),
    ...message.interactionFields,
  };
}

/** The message as a session without the message content intent sees it. */
export function withoutContent(wire: Json): Json {
  return { ...wire, content: '', embeds: [], attachments: [], components: [] };
}

/** What the check of an edit must know of the message. */
export function toExisting({ flags, content, embeds, files }: StoredMessage): ExistingMessage {
  return { flags, content, embedCount: embeds.length, fileNames: files.map(({ name }) => name) };
}

/** Whether only the person who asked can see the message. */
export function isEphemeral({ flags }: StoredMessage): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

/** Whether the message still shows "is thinking". */
export function isLoading({ flags }: StoredMessage): boolean {
  return (flags & MessageFlags.Loading) !== 0;
}

function withoutReference(wire: Json): Json {
  return Object.fromEntries(Object.entries(wire).filter(([key]) => key !== 'referenced_message'));
}
