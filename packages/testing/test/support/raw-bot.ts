import { once } from 'node:events';

import type { FakeDiscord, FakeInteraction } from '@discord-intelligence/testing';
import { WebSocket } from 'ws';

/** What a plain request was answered with. */
export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed body; `{}` when there is none. */
  readonly body: Record<string, unknown>;
}

/** An application without any library: it can break every rule. */
export interface RawBot extends AsyncDisposable {
  /** Sends JSON, or a form, with the bot token. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RawReply>;
  /** Answers an interaction. */
  answer(interaction: FakeInteraction, type: number, data?: unknown): Promise<RawReply>;
  /** Path of an interaction's webhook. */
  webhook(interaction: FakeInteraction, rest?: string): string;
}

export async function startRawBot(discord: FakeDiscord, intents = 0): Promise<RawBot> {
  const socket = new WebSocket(discord.gatewayUrl);
  await once(socket, 'open');
  socket.send(JSON.stringify({ op: 2, d: { token: discord.token, intents, properties: {} } }));
  await discord.ready();

  const send: RawBot['send'] = async (method, path, body, headers) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${discord.token}`, ...(!isForm && body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  };
  const tokenOf = ({ payload }: FakeInteraction) => String(payload.token);
  return {
    send,
    answer: (interaction, type, data) => send('POST', `/interactions/${interaction.id}/${tokenOf(interaction)}/callback`, { type, ...(data !== undefined && { data }) }),
    webhook: (interaction, rest = '') => `/webhooks/${discord.applicationId}/${tokenOf(interaction)}${rest}`,
    async [Symbol.asyncDispose]() {
      socket.terminate();
      await Promise.resolve();
    },
  };
}

/** A clock that stands still until a test moves it. */
export function createClock(startMs = Date.UTC(2026, 0, 1)) {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance: (ms: number) => { nowMs += ms; },
  };
}
