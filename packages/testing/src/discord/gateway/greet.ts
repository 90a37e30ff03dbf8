import { GatewayIntentBits } from 'discord-api-types/v10';

import { toWireGuild } from '../people/wire-places.js';
import type { World } from '../world.js';

import type { GatewaySession } from './gateway-session.js';

/** Sends what every new session gets first: READY, then its guilds. */
export function greet(world: World, session: GatewaySession, resumeUrl: string): void {
  const [shardId, shardCount] = session.shard;
  const guilds = [...world.guilds.values()].filter(({ id }) => Number((BigInt(id) >> 22n) % BigInt(shardCount)) === shardId);
  session.dispatch('READY', {
    v: 10,
    user: { ...world.bot, email: null, verified: true, mfa_enabled: false },
    // Guilds are unavailable at first; clients wait for the GUILD_CREATE of each.
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: { id: world.bot.id, flags: 0 },
  });
  for (const guild of guilds) {
    session.hear({ name: 'GUILD_CREATE', data: toWireGuild(guild, world), guildId: guild.id, intents: GatewayIntentBits.Guilds });
  }
}
