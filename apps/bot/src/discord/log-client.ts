import { type Client, Events, RESTEvents } from 'discord.js';

import { describeError } from '../describe-error.js';
import type { BotLogger } from '../logger.js';

/** Writes what an operator wants to know of the connection to the log: no URL and no token is part of it. */
export function logClient(client: Client, logger: BotLogger): void {
  client.on(Events.Error, (error) => {
    logger.error({ error: describeError(error) }, 'discord.js reported an error');
  });
  client.on(Events.ShardError, (error, shard) => {
    logger.warn({ shard, error: describeError(error) }, 'the gateway connection failed');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    logger.warn({ shard }, 'the gateway connection was lost; connecting again');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    logger.info({ shard, replayed }, 'the gateway connection is back');
  });
  client.rest.on(RESTEvents.RateLimited, ({ method, scope, limit, retryAfter, global }) => {
    logger.warn({ method, scope, limit, retryAfterMs: retryAfter, global }, 'Discord limits the rate of requests');
  });
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    logger.error({ count, remainingMs: remainingTime }, 'many requests were refused; at 10,000 in 10 minutes Discord bans the address');
  });
}
