import { MessageFlags } from 'discord-api-types/v10';

import { isJson, textOf, type Json } from '../../json.js';
import { checkMessage, isEmptyMessage } from '../../limits/message.js';
import { toExisting, toWireMessage, type StoredMessage } from '../../messages/stored-message.js';
import { editMessage, removeMessage, wouldBeEmpty, writeMessage } from '../../messages/write-message.js';
import type { World } from '../../world.js';
import { DiscordApiError } from '../api-error.js';
import { NO_CONTENT, ok, type ApiRequest, type Route, type RouteParameters } from '../api-request.js';

import { findChannel } from './places.js';

const MESSAGES = '/channels/:channelId/messages';
const MESSAGE = '/channels/:channelId/messages/:messageId';
const PAGE = 50;

/** Messages of a channel, written with the bot token. */
export const messageRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: MESSAGES,
    needsToken: true,
    check(check, request, _parameters, world) {
      const body = bodyOf(request);
      checkMessage(check, '', body, { uploads: request.uploads, mayBeEphemeral: false });
      const reference = isJson(body.message_reference) ? body.message_reference : undefined;
      const id = textOf(reference?.message_id);
      if (id !== undefined && !world.messages.has(id) && reference?.fail_if_not_exists !== false) {
        check.fail('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
      }
    },
    handle(request, parameters, world) {
      const channel = findChannel(world, parameters);
      const body = bodyOf(request);
      if (isEmptyMessage(body, request.uploads)) throw new DiscordApiError('emptyMessage');
      const message = writeMessage(world, {
        channelId: channel.id,
        author: world.bot,
        body,
        uploads: request.uploads,
        allowedFlags: MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications,
      });
      const wire = toWireMessage(world, message);
      return ok(body.nonce === undefined ? wire : { ...wire, nonce: body.nonce });
    },
  },
  {
    method: 'GET',
    pattern: MESSAGES,
    needsToken: true,
    handle(request, parameters, world) {
      const { id } = findChannel(world, parameters);
      const limit = Number(request.query.get('limit') ?? PAGE);
      const inChannel = [...world.messages.values()].filter(({ channelId }) => channelId === id).reverse();
      return ok(inChannel.slice(0, limit).map((message) => toWireMessage(world, message)));
    },
  },
  {
    method: 'GET',
    pattern: MESSAGE,
    needsToken: true,
    handle: (_request, parameters, world) => ok(toWireMessage(world, findMessage(world, parameters))),
  },
  {
    method: 'PATCH',
    pattern: MESSAGE,
    needsToken: true,
    check(check, request, { messageId = '' }, world) {
      const message = world.messages.get(messageId);
      if (!message) return;
      checkMessage(check, '', bodyOf(request), { uploads: request.uploads, existing: toExisting(message), mayBeEphemeral: false });
    },
    handle(request, parameters, world) {
      const message = findMessage(world, parameters);
      if (message.author.id !== world.bot.id) throw new DiscordApiError('notOwnMessage');
      if (wouldBeEmpty(message, bodyOf(request), request.uploads)) throw new DiscordApiError('emptyMessage');
      editMessage(world, message, bodyOf(request), request.uploads);
      return ok(toWireMessage(world, message));
    },
  },
  {
    method: 'DELETE',
    pattern: MESSAGE,
    needsToken: true,
    handle(_request, parameters, world) {
      removeMessage(world, findMessage(world, parameters));
      return NO_CONTENT;
    },
  },
  {
    method: 'PUT',
    pattern: `${MESSAGE}/reactions/:emoji/@me`,
    needsToken: true,
    handle(_request, parameters, world) {
      findMessage(world, parameters);
      return NO_CONTENT;
    },
  },
];

function findMessage(world: World, parameters: RouteParameters): StoredMessage {
  const channel = findChannel(world, parameters);
  const id = parameters.messageId ?? '';
  const message = world.messages.get(id);
  // The bot token cannot reach an ephemeral message: only its interaction's token can.
  if (message?.channelId !== channel.id || (message.flags & MessageFlags.Ephemeral) !== 0) {
    throw new DiscordApiError('unknownMessage', { isViolation: !world.removedMessageIds.has(id) });
  }
  return message;
}

function bodyOf({ body }: ApiRequest): Json {
  return isJson(body) ? body : {};
}
