import { createServer } from 'node:http';

import { GatewayIntentBits } from 'discord-api-types/v10';

import { listen, stopListening } from '../http/listen.js';

import { createFakeDiscord } from './create-fake-discord.js';
import type { FakeDiscord, FakeDiscordOptions } from './fake-discord.js';
import { createGatewayServer } from './gateway/gateway-server.js';
import { loadDiscordOpenApi } from './open-api/discord-open-api.js';
import { createRestListener, type RecordedRequest } from './rest/rest-server.js';
import { commandRoutes } from './rest/routes/commands.js';
import { callbackRoute } from './rest/routes/callback.js';
import { gatewayRoutes } from './rest/routes/gateway.js';
import { messageRoutes } from './rest/routes/messages.js';
import { placeRoutes } from './rest/routes/places.js';
import { webhookRoutes } from './rest/routes/webhooks.js';
import { createScriptedFailures } from './rest/scripted-failures.js';
import { createWorld } from './create-world.js';

/**
 * Starts a Discord on this machine that an unmodified discord.js client works
 * against, and that enforces Discord's limits itself.
 *
 * @example
 * await using discord = await startFakeDiscord();
 * const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
 * await client.login(discord.token);
 * const interaction = await discord.slash('ping');
 * expect((await interaction.message()).content).toBe('pong');
 * discord.expectNoViolations();
 */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const http = createServer();
  const port = await listen(http);
  const origin = `http://127.0.0.1:${port}`;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;
  const requests: RecordedRequest[] = [];
  const failures = createScriptedFailures();
  const openApi = loadDiscordOpenApi();

  const gateway = createGatewayServer({
    http,
    url: gatewayUrl,
    world: () => world,
    grantedIntents: (options.privilegedIntents ?? []).reduce((bits, name) => bits | GatewayIntentBits[name], 0),
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
  });
  const world = createWorld({
    origin,
    now: options.now ?? Date.now,
    announce: gateway.announce,
    explain: () => requests.slice(-8).map(({ method, path, status }) => `${method} ${path} -> ${status}`).join('\n'),
    ...(options.waitMs !== undefined && { waitMs: options.waitMs }),
  });
  const routes = [
    ...gatewayRoutes(gatewayUrl, options.shards ?? 1),
    callbackRoute,
    ...webhookRoutes,
    ...commandRoutes,
    ...messageRoutes,
    ...placeRoutes,
  ];
  const onRequest = (request: RecordedRequest) => {
    requests.push(request);
    world.changed.notify();
  };
  http.on('request', createRestListener({ world, routes, failures, openApi, onRequest }));

  return createFakeDiscord({
    world,
    gateway,
    failures,
    requests,
    gatewayUrl,
    openApi: openApi ? 'checked' : 'absent',
    async close() {
      await gateway.close();
      await stopListening(http);
    },
  });
}
