import { MessageFlags, MessageType } from 'discord-api-types/v10';

import { MAX_PRIVATE_FOLLOW_UPS, TOKEN_LIFE_MS, type StoredInteraction } from '../../interactions/stored-interaction.js';
import { isJson, type Json } from '../../json.js';
import { checkMessage, isEmptyMessage } from '../../limits/message.js';
import { toFakeMessage } from '../../messages/fake-message.js';
import { isLoading, toExisting, toWireMessage, type StoredMessage } from '../../messages/stored-message.js';
import { editMessage, removeMessage, wouldBeEmpty, writeMessage } from '../../messages/write-message.js';
import type { World } from '../../world.js';
import { DiscordApiError } from '../api-error.js';
import { NO_CONTENT, ok, type ApiRequest, type Route, type RouteParameters } from '../api-request.js';

import { answerFields } from './callback.js';

const FOLLOW_UP = '/webhooks/:applicationId/:token';
const MESSAGE = '/webhooks/:applicationId/:token/messages/:messageId';

/** Follow-ups and edits through an interaction's token. */
export const webhookRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: FOLLOW_UP,
    needsToken: false,
    check: (check, request) => {
      checkMessage(check, '', bodyOf(request), { uploads: request.uploads, mayBeEphemeral: true });
    },
    handle: followUp,
  },
  {
    method: 'GET',
    pattern: MESSAGE,
    needsToken: false,
    handle: (_request, parameters, world) => ok(toWireMessage(world, findMessage(world, findInteraction(world, parameters), parameters))),
  },
  {
    method: 'PATCH',
    pattern: MESSAGE,
    needsToken: false,
    check: (check, request, { token = '', messageId = '' }, world) => {
      const id = messageId === '@original' ? world.interactions.get(token)?.originalId : messageId;
      const message = world.messages.get(id ?? '');
      if (!message) return;
      checkMessage(check, '', bodyOf(request), { uploads: request.uploads, existing: toExisting(message), mayBeEphemeral: true });
    },
    handle: edit,
  },
  {
    method: 'DELETE',
    pattern: MESSAGE,
    needsToken: false,
    handle(_request, parameters, world) {
      const interaction = findInteraction(world, parameters);
      removeMessage(world, findMessage(world, interaction, parameters));
      return NO_CONTENT;
    },
  },
];

function followUp(request: ApiRequest, parameters: RouteParameters, world: World) {
  const interaction = findInteraction(world, parameters);
  if (isEmptyMessage(bodyOf(request), request.uploads)) throw new DiscordApiError('emptyMessage');
  const original = world.messages.get(interaction.originalId ?? '');
  if (original && isLoading(original)) {
    // After a deferral the first follow-up becomes the original, whatever its own flags say.
    editMessage(world, original, bodyOf(request), request.uploads);
    interaction.edits.push(toFakeMessage(world, original));
    return ok(toWireMessage(world, original));
  }
  if (interaction.place === 'private' && interaction.followUpIds.length >= MAX_PRIVATE_FOLLOW_UPS) {
    throw new DiscordApiError('tooManyFollowUps');
  }
  const message = writeMessage(world, {
    channelId: interaction.channelId,
    author: world.bot,
    body: original ? { ...bodyOf(request), message_reference: { message_id: original.id } } : bodyOf(request),
    uploads: request.uploads,
    allowedFlags: MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications,
    type: MessageType.Reply,
    interactionFields: answerFields(world, interaction),
  });
  interaction.followUpIds.push(message.id);
  world.changed.notify();
  return ok(toWireMessage(world, message));
}

function edit(request: ApiRequest, parameters: RouteParameters, world: World) {
  const interaction = findInteraction(world, parameters);
  const message = findMessage(world, interaction, parameters);
  const body = bodyOf(request);
  if (wouldBeEmpty(message, body, request.uploads)) throw new DiscordApiError('emptyMessage');
  editMessage(world, message, body, request.uploads);
  if (message.id === interaction.originalId) interaction.edits.push(toFakeMessage(world, message));
  world.changed.notify();
  return ok(toWireMessage(world, message));
}

function findInteraction(world: World, { applicationId, token = '' }: RouteParameters): StoredInteraction {
  const interaction = world.interactions.get(token);
  if (!interaction?.acknowledgement || applicationId !== world.bot.id) throw new DiscordApiError('unknownWebhook');
  if (world.now() - interaction.createdAtMs >= TOKEN_LIFE_MS) throw new DiscordApiError('invalidWebhookToken');
  return interaction;
}

function findMessage(world: World, interaction: StoredInteraction, { messageId = '' }: RouteParameters): StoredMessage {
  const id = messageId === '@original' ? interaction.originalId : messageId;
  const isOurs = id !== undefined && (id === interaction.originalId || interaction.followUpIds.includes(id));
  const message = isOurs ? world.messages.get(id) : undefined;
  if (!message) throw new DiscordApiError('unknownMessage', { isViolation: !world.removedMessageIds.has(id ?? '') });
  return message;
}

function bodyOf({ body }: ApiRequest): Json {
  return isJson(body) ? body : {};
}
