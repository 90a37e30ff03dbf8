import { ComponentType, InteractionType } from 'discord-api-types/v10';

import { jsonList, numberOf, type Json } from '../json.js';
import { SELECT_TYPES } from '../limits/controls.js';
import { toFakeMessage, type FakeControl } from '../messages/fake-message.js';
import { toWireMessage, type StoredMessage } from '../messages/stored-message.js';
import type { World } from '../world.js';

import { createFakeInteraction, type FakeInteraction, type FakeModal } from './fake-interaction.js';
import { toModalData, type ModalValue } from './modal-values.js';
import { startInteraction, type Scene } from './start-interaction.js';

/** Presses a button of a message. */
export function pressButton(world: World, message: StoredMessage, customId: string, scene: Scene): FakeInteraction {
  const { component } = findControl(world, message, customId);
  if (component.type !== ComponentType.Button) throw new Error(`"${customId}" is no button`);
  return act(world, message, component, {}, scene);
}

/** Picks values in a select of a message. */
export function pickValues(world: World, message: StoredMessage, customId: string, values: readonly string[], scene: Scene): FakeInteraction {
  const { component } = findControl(world, message, customId);
  if (!SELECT_TYPES.has(component.type)) throw new Error(`"${customId}" is no select`);
  const [min, max] = [numberOf(component.min_values) ?? 1, numberOf(component.max_values) ?? 1];
  if (values.length < min || values.length > max) throw new Error(`The select "${customId}" takes ${min} to ${max} values`);
  const offered = jsonList(component.options).map(({ value }) => value);
  const unknown = component.type === ComponentType.StringSelect ? values.find((value) => !offered.includes(value)) : undefined;
  if (unknown !== undefined) throw new Error(`The select "${customId}" does not offer "${unknown}": it offers ${offered.join(', ')}`);
  return act(world, message, component, { values }, scene);
}

/** Sends a modal; `source` is the message whose component opened it. */
export function submitModal(
  world: World,
  modal: FakeModal,
  values: Readonly<Record<string, ModalValue>>,
  scene: Scene,
  source: StoredMessage | undefined,
): FakeInteraction {
  const interaction = startInteraction(world, scene, {
    type: InteractionType.ModalSubmit,
    data: toModalData(world, modal, values),
    ...(source && { message: toWireMessage(world, source), sourceMessageId: source.id }),
  });
  return createFakeInteraction(world, interaction, `the modal "${modal.title}"`);
}

function act(world: World, message: StoredMessage, component: Json, data: Json, scene: Scene): FakeInteraction {
  const interaction = startInteraction(world, scene, {
    type: InteractionType.MessageComponent,
    data: { custom_id: component.custom_id, component_type: component.type, id: component.id, ...data },
    message: toWireMessage(world, message),
    sourceMessageId: message.id,
  });
  return createFakeInteraction(world, interaction, `the component "${String(component.custom_id)}"`);
}

function findControl(world: World, message: StoredMessage, customId: string): FakeControl {
  const { controls } = toFakeMessage(world, message);
  const control = controls.find((candidate) => candidate.customId === customId);
  if (!control) {
    throw new Error(`The message has no component "${customId}": it has ${controls.map((candidate) => candidate.customId ?? candidate.url).join(', ') || 'none'}`);
  }
  if (control.isDisabled) throw new Error(`The component "${customId}" is disabled`);
  return control;
}
