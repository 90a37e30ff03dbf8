import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';

import type { Json } from '../json.js';
import type { Account } from './people.js';
import type { FakeChannel, FakeGuild, World } from '../world.js';

/** The channel object of Discord's API. */
export function toWireChannel(world: World, { id, name, guildId, recipientId }: FakeChannel): Json {
  if (guildId === undefined) {
    const recipient = recipientId === undefined ? undefined : world.users.get(recipientId);
    return { id, type: ChannelType.DM, last_message_id: null, flags: 0, recipients: recipient ? [recipient] : [] };
  }
  return {
    id,
    guild_id: guildId,
    name,
    type: ChannelType.GuildText,
    position: 0,
    permission_overwrites: [],
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    parent_id: null,
    flags: 0,
  };
}

/** The member object of Discord's API. */
export function toWireMember(user: Account): Json {
  return { user, ...toResolvedMember() };
}

/** A member beside its user, as in resolved data and in messages. */
export function toResolvedMember(): Json {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: new Date(0).toISOString(),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

/** Everything that the `@everyone` role may do in the fake: read, write, attach, use commands. */
export const EVERYONE_PERMISSIONS = (
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.SendMessagesInThreads
).toString();

/** The guild object, as GUILD_CREATE carries it. */
export function toWireGuild({ id, name }: FakeGuild, world: World): Json {
  const everyone = {
    id,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: EVERYONE_PERMISSIONS,
    managed: false,
    mentionable: false,
    flags: 0,
  };
  return {
    id,
    name,
    icon: null,
    splash: null,
    discovery_splash: null,
    home_header: null,
    region: 'automatic',
    nsfw: false,
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    premium_subscription_count: 0,
    incidents_data: null,
    owner_id: world.bot.id,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [everyone],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: 'en-US',
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    joined_at: new Date(0).toISOString(),
    large: false,
    unavailable: false,
    member_count: world.users.size,
    voice_states: [],
    members: [toWireMember(world.bot)],
    channels: [...world.channels.values()].filter(({ guildId }) => guildId === id).map((channel) => toWireChannel(world, channel)),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
