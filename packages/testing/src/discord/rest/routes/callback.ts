import { InteractionResponseType as Callback, InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';

import { ACKNOWLEDGE_WITHIN_MS, type StoredInteraction } from '../../interactions/stored-interaction.js';
import { isJson, numberOf, type Json } from '../../json.js';
import { checkChoices } from '../../limits/choices.js';
import type { FormCheck } from '../../limits/form-check.js';
import { checkMessage, isEmptyMessage } from '../../limits/message.js';
import { checkModal } from '../../limits/modal.js';
import { toFakeMessage } from '../../messages/fake-message.js';
import { isEphemeral, isLoading, toExisting, toWireMessage } from '../../messages/stored-message.js';
import { editMessage, writeMessage } from '../../messages/write-message.js';
import type { World } from '../../world.js';
import { DiscordApiError } from '../api-error.js';
import { NO_CONTENT, ok, type ApiRequest, type Route } from '../api-request.js';

/** `POST /interactions/{id}/{token}/callback`: the first answer to an interaction. */
export const callbackRoute: Route = {
  method: 'POST',
  pattern: '/interactions/:id/:token/callback',
  needsToken: false,

  check(check, request, { token = '' }, world) {
    const interaction = world.interactions.get(token);
    if (interaction) checkCallback(check, request, interaction, world);
  },

  handle(request, { id, token = '' }, world) {
    const interaction = world.interactions.get(token);
    if (!interaction || interaction.id !== id) throw new DiscordApiError('unknownInteraction');
    if (interaction.acknowledgement) throw new DiscordApiError('alreadyAcknowledged');
    if (world.now() - interaction.createdAtMs > ACKNOWLEDGE_WITHIN_MS) throw new DiscordApiError('unknownInteraction');

    acknowledge(world, interaction, request);
    return request.query.get('with_response') === 'true' ? ok(describe(world, interaction)) : NO_CONTENT;
  },
};

/** Which first answers each kind of interaction allows. */
function allowedTypes({ type, sourceMessageId }: StoredInteraction): readonly number[] {
  const updates = sourceMessageId === undefined ? [] : [Callback.DeferredMessageUpdate, Callback.UpdateMessage];
  const messages = [Callback.ChannelMessageWithSource, Callback.DeferredChannelMessageWithSource];
  switch (type) {
    case InteractionType.ApplicationCommand:
      return [...messages, Callback.Modal];
    case InteractionType.MessageComponent:
      return [...messages, ...updates, Callback.Modal];
    case InteractionType.ModalSubmit:
      return [...messages, ...updates];
    case InteractionType.ApplicationCommandAutocomplete:
      return [Callback.ApplicationCommandAutocompleteResult];
    case InteractionType.Ping:
      return [Callback.Pong];
  }
}

function checkCallback(check: FormCheck, { body, uploads }: ApiRequest, interaction: StoredInteraction, world: World): void {
  const { type, data } = isJson(body) ? body : {};
  const allowed = allowedTypes(interaction);
  if (!allowed.includes(numberOf(type) ?? -1)) {
    check.fail('type', 'BASE_TYPE_CHOICES', `Value must be one of (${allowed.join(', ')}).`);
    return;
  }
  const content = isJson(data) ? data : {};
  const source = interaction.sourceMessageId === undefined ? undefined : world.messages.get(interaction.sourceMessageId);
  switch (type) {
    case Callback.ChannelMessageWithSource:
      checkMessage(check, 'data', content, { uploads, mayBeEphemeral: true });
      break;
    case Callback.UpdateMessage:
      checkMessage(check, 'data', content, {
        uploads,
        mayBeEphemeral: true,
        ...(source && { existing: toExisting(source) }),
      });
      break;
    case Callback.DeferredChannelMessageWithSource:
      if (((numberOf(content.flags) ?? 0) & ~MessageFlags.Ephemeral) !== 0) {
        check.fail('data.flags', 'BASE_TYPE_CHOICES', 'A deferred answer takes no flag but EPHEMERAL (64).');
      }
      break;
    case Callback.ApplicationCommandAutocompleteResult:
      checkChoices(check, 'data.choices', content.choices);
      break;
    case Callback.Modal:
      checkModal(check, 'data', content);
      break;
  }
}

const ANSWER_FLAGS = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications;

function acknowledge(world: World, interaction: StoredInteraction, { body, uploads }: ApiRequest): void {
  // Checked before: one of the types that the interaction allows.
  const { type, data } = body as { type: Callback; data?: unknown };
  const content: Json = isJson(data) ? data : {};
  const isMessage = type === Callback.ChannelMessageWithSource;
  if (isMessage && isEmptyMessage(content, uploads)) throw new DiscordApiError('emptyMessage');

  interaction.acknowledgement = { type, data: content, atMs: world.now() };
  if (isMessage || type === Callback.DeferredChannelMessageWithSource) {
    const answer = writeMessage(world, {
      channelId: interaction.channelId,
      author: world.bot,
      body: isMessage ? content : { flags: content.flags },
      uploads: isMessage ? uploads : [],
      allowedFlags: ANSWER_FLAGS,
      extraFlags: isMessage ? 0 : MessageFlags.Loading,
      type: interaction.type === InteractionType.ApplicationCommand ? MessageType.ChatInputCommand : MessageType.Default,
      interactionFields: answerFields(world, interaction),
    });
    interaction.originalId = answer.id;
  } else if (type === Callback.UpdateMessage || type === Callback.DeferredMessageUpdate) {
    interaction.originalId = interaction.sourceMessageId;
    const source = world.messages.get(interaction.sourceMessageId ?? '');
    if (source && type === Callback.UpdateMessage) {
      editMessage(world, source, content, uploads);
      interaction.edits.push(toFakeMessage(world, source));
    }
  }
  world.changed.notify();
}

/** Fields that tell an answer from an ordinary message. */
export function answerFields(world: World, { id, type, userId }: StoredInteraction): Json {
  return {
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    interaction_metadata: { id, type, user: world.users.get(userId), authorizing_integration_owners: {} },
  };
}

function describe(world: World, { id, type, acknowledgement, originalId }: StoredInteraction): Json {
  const original = originalId === undefined ? undefined : world.messages.get(originalId);
  return {
    interaction: {
      id,
      type,
      ...(original && {
        response_message_id: original.id,
        response_message_loading: isLoading(original),
        response_message_ephemeral: isEphemeral(original),
      }),
    },
    resource: { type: acknowledgement?.type, ...(original && { message: toWireMessage(world, original) }) },
  };
}
