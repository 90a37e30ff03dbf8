import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';

import type { WaitOptions } from '../../wait/change-signal.js';
import { jsonList, textOf, type Json } from '../json.js';
import { toFakeMessage, type FakeMessage } from '../messages/fake-message.js';
import type { World } from '../world.js';

import type { Acknowledgement, StoredInteraction } from './stored-interaction.js';

/** A modal that the application opened. */
export interface FakeModal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Json[];
}

/** One suggestion of an autocomplete answer. */
export interface FakeChoice {
  readonly name: string;
  readonly value: string | number;
}

/** Watches what the application makes of one interaction. */
export interface FakeInteraction {
  readonly id: string;
  /** What was sent to the application. */
  readonly payload: Json;
  /** Milliseconds until the first answer by the fake's clock; `undefined` while there is none. */
  readonly acknowledgedAfterMs: number | undefined;
  /** The original answer after each edit, oldest first. */
  readonly edits: readonly FakeMessage[];
  /** The follow-ups that still exist, oldest first. */
  readonly followUps: readonly FakeMessage[];
  /** Waits for the first answer: its type and data as sent. */
  response(options?: WaitOptions): Promise<Acknowledgement>;
  /**
   * Waits until the original answer shows something (not "is thinking") and
   * `when` holds; answers its state then.
   */
  message(when?: (message: FakeMessage) => boolean, options?: WaitOptions): Promise<FakeMessage>;
  /** Waits for a follow-up for which `when` holds. */
  followUp(when?: (message: FakeMessage) => boolean, options?: WaitOptions): Promise<FakeMessage>;
  /** Waits for the modal that answers this interaction. */
  modal(options?: WaitOptions): Promise<FakeModal>;
  /** Waits for the suggestions that answer this autocomplete interaction. */
  choices(options?: WaitOptions): Promise<readonly FakeChoice[]>;
}

/** Puts the face that tests see on a stored interaction; `label` names it in errors. */
export function createFakeInteraction(world: World, interaction: StoredInteraction, label: string): FakeInteraction {
  const { waitFor } = world.changed;
  const pictureOf = (id: string | undefined): FakeMessage | undefined => {
    const stored = world.messages.get(id ?? '');
    return stored && toFakeMessage(world, stored);
  };
  const followUps = () => interaction.followUpIds.flatMap((id) => pictureOf(id) ?? []);
  const answerOf = async (type: InteractionResponseType, what: string, options?: WaitOptions): Promise<Json> =>
    waitFor(
      `${what} in answer to ${label}`,
      () => {
        const { acknowledgement } = interaction;
        if (acknowledgement && acknowledgement.type !== type) {
          throw new Error(`${label} was answered with a callback of type ${acknowledgement.type}, not with ${what}`);
        }
        return acknowledgement?.data;
      },
      options,
    );

  return {
    id: interaction.id,
    payload: interaction.payload,
    get acknowledgedAfterMs() {
      return interaction.acknowledgement && interaction.acknowledgement.atMs - interaction.createdAtMs;
    },
    get edits() {
      return [...interaction.edits];
    },
    get followUps() {
      return followUps();
    },

    response: (options) => waitFor(`an answer to ${label}`, () => interaction.acknowledgement, options),

    message: (when = () => true, options) =>
      waitFor(
        `the message that answers ${label}`,
        () => {
          const message = pictureOf(interaction.originalId);
          const isShown = message !== undefined && (message.flags & MessageFlags.Loading) === 0;
          return isShown && when(message) ? message : undefined;
        },
        options,
      ),

    followUp: (when = () => true, options) => waitFor(`a follow-up to ${label}`, () => followUps().find(when), options),

    async modal(options) {
      const data = await answerOf(InteractionResponseType.Modal, 'a modal', options);
      return { customId: textOf(data.custom_id) ?? '', title: textOf(data.title) ?? '', components: jsonList(data.components) };
    },

    async choices(options) {
      const data = await answerOf(InteractionResponseType.ApplicationCommandAutocompleteResult, 'suggestions', options);
      // Checked when the answer came in: names are texts, values texts or numbers.
      return jsonList(data.choices) as unknown as FakeChoice[];
    },
  };
}
