import { isJson, textOf } from '../../json.js';
import { openDirectChannel } from '../../people/direct-channel.js';
import { toWireChannel, toWireGuild, toWireMember } from '../../people/wire-places.js';
import type { FakeChannel, World } from '../../world.js';
import { DiscordApiError } from '../api-error.js';
import { NO_CONTENT, ok, type Route, type RouteParameters } from '../api-request.js';

/** Who and where: the bot itself, its application, users, guilds, channels. */
export const placeRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/users/@me', needsToken: true, handle: (_request, _parameters, world) => ok({ ...world.bot, locale: 'en-US', mfa_enabled: false, verified: true, email: null }) },
  { method: 'GET', pattern: '/applications/@me', needsToken: true, handle: (_request, _parameters, world) => ok(applicationOf(world)) },
  { method: 'GET', pattern: '/oauth2/applications/@me', needsToken: true, handle: (_request, _parameters, world) => ok(applicationOf(world)) },
  {
    method: 'POST',
    pattern: '/users/@me/channels',
    needsToken: true,
    handle(request, _parameters, world) {
      const user = world.users.get(isJson(request.body) ? textOf(request.body.recipient_id) ?? '' : '');
      if (!user) throw new DiscordApiError('unknownUser');
      return ok(toWireChannel(world, openDirectChannel(world, user.id)));
    },
  },
  {
    method: 'GET',
    pattern: '/users/:userId',
    needsToken: true,
    handle(_request, { userId = '' }, world) {
      const user = world.users.get(userId);
      if (!user) throw new DiscordApiError('unknownUser');
      return ok(user);
    },
  },
  {
    method: 'GET',
    pattern: '/channels/:channelId',
    needsToken: true,
    handle: (_request, parameters, world) => ok(toWireChannel(world, findChannel(world, parameters))),
  },
  {
    method: 'POST',
    pattern: '/channels/:channelId/typing',
    needsToken: true,
    handle(_request, parameters, world) {
      findChannel(world, parameters);
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    pattern: '/guilds/:guildId',
    needsToken: true,
    handle(_request, { guildId = '' }, world) {
      const guild = world.guilds.get(guildId);
      if (!guild) throw new DiscordApiError('unknownGuild');
      return ok(toWireGuild(guild, world));
    },
  },
  {
    method: 'GET',
    pattern: '/guilds/:guildId/members/:userId',
    needsToken: true,
    handle(_request, { guildId = '', userId = '' }, world) {
      const user = world.users.get(userId);
      if (!world.guilds.has(guildId)) throw new DiscordApiError('unknownGuild');
      if (!user) throw new DiscordApiError('unknownMember');
      return ok(toWireMember(user));
    },
  },
];

/** The channel of a route. @throws DiscordApiError when there is none. */
export function findChannel(world: World, { channelId = '' }: RouteParameters): FakeChannel {
  const channel = world.channels.get(channelId);
  if (!channel) throw new DiscordApiError('unknownChannel');
  return channel;
}

function applicationOf(world: World) {
  return {
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    owner: world.bot,
    team: null,
    redirect_uris: [],
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: world.guilds.size,
  };
}
