import { ApplicationIntegrationType, InteractionContextType, type InteractionType } from 'discord-api-types/v10';

import type { Json } from '../json.js';
import { openDirectChannel } from '../people/direct-channel.js';
import { EVERYONE_PERMISSIONS, toWireChannel, toWireMember } from '../people/wire-places.js';
import { MAX_FILE_BYTES } from '../rest/read-body.js';
import type { Account } from '../people/people.js';
import type { FakeChannel, World } from '../world.js';

import type { InteractionPlace, StoredInteraction } from './stored-interaction.js';
import type { Where } from './where.js';

/** The person, the place and the channel of an interaction, all defaults filled in. */
export interface Scene {
  readonly user: Account;
  readonly place: InteractionPlace;
  readonly channel: FakeChannel;
  readonly where: Where;
}

/** Fills in the defaults of `where`. */
export function setScene(world: World, where: Where, defaults: { readonly user: Account; readonly channel: FakeChannel }): Scene {
  const user = where.user ? world.users.get(where.user.id) : defaults.user;
  if (!user) throw new Error('This person is not of this fake Discord: make people with discord.user()');
  const place = where.place ?? 'guild';
  if (place === 'guild') return { user, place, where, channel: where.channel ?? defaults.channel };
  if (place === 'dm') return { user, place, where, channel: openDirectChannel(world, user.id) };
  // A conversation that the bot is no part of: it never hears of the channel itself.
  return { user, place, where, channel: { id: world.nextId(), name: 'somewhere else', recipientId: user.id } };
}

const CONTEXTS = {
  guild: InteractionContextType.Guild,
  dm: InteractionContextType.BotDM,
  private: InteractionContextType.PrivateChannel,
} as const;

/** Sends an interaction to the application through the gateway. */
export function startInteraction(
  world: World,
  { user, place, channel, where }: Scene,
  content: { readonly type: InteractionType; readonly data: Json; readonly message?: Json; readonly sourceMessageId?: string },
): StoredInteraction {
  const id = world.nextId();
  const permissions = (where.permissions ?? BigInt(EVERYONE_PERMISSIONS)).toString();
  const guildId = place === 'guild' ? channel.guildId : undefined;
  const payload: Json = {
    id,
    application_id: world.bot.id,
    type: content.type,
    token: `interaction-token-${id}`,
    version: 1,
    data: content.data,
    ...(content.message && { message: content.message }),
    channel_id: channel.id,
    channel: { ...toWireChannel(world, channel), permissions },
    ...(guildId === undefined
      ? { user }
      : {
          guild_id: guildId,
          guild: { id: guildId, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { ...toWireMember(user), permissions },
        }),
    app_permissions: (where.appPermissions ?? BigInt(EVERYONE_PERMISSIONS)).toString(),
    locale: where.locale ?? 'en-US',
    entitlements: [],
    context: CONTEXTS[place],
    authorizing_integration_owners:
      place === 'private'
        ? { [ApplicationIntegrationType.UserInstall]: user.id }
        : { [ApplicationIntegrationType.GuildInstall]: guildId ?? '0' },
    attachment_size_limit: MAX_FILE_BYTES,
  };
  const interaction: StoredInteraction = {
    id,
    token: `interaction-token-${id}`,
    type: content.type,
    place,
    channelId: channel.id,
    userId: user.id,
    createdAtMs: world.now(),
    payload,
    ...(content.sourceMessageId !== undefined && { sourceMessageId: content.sourceMessageId }),
    acknowledgement: undefined,
    originalId: undefined,
    edits: [],
    followUpIds: [],
  };
  world.interactions.set(interaction.token, interaction);
  // Interactions need no intent; those of direct messages go to shard 0.
  world.announce({ name: 'INTERACTION_CREATE', data: payload, ...(guildId !== undefined && { guildId }) });
  return interaction;
}
