import { ComponentType } from 'discord-api-types/v10';

import { isJson, jsonList, numberOf, textOf, type Json } from '../json.js';
import { toWireAttachment } from '../messages/stored-file.js';
import type { World } from '../world.js';

import type { FakeModal } from './fake-interaction.js';

/** What a person enters into one field of a modal. */
export type ModalValue = string | boolean | readonly (string | { readonly id: string })[];

/**
 * Turns entered values into the data of a modal submit.
 * @throws Where Discord's client would not let a person send the modal.
 */
export function toModalData(world: World, modal: FakeModal, values: Readonly<Record<string, ModalValue>>): Json {
  const known = new Set<string>();
  const resolved: Json = {};
  let id = 0;

  const fill = (control: Json): Json => {
    const customId = textOf(control.custom_id) ?? '';
    known.add(customId);
    const value = values[customId];
    id += 1;
    return { type: control.type, id, custom_id: customId, ...toSubmitted(world, resolved, control, value) };
  };
  const components = modal.components.flatMap((component): Json[] => {
    id += 1;
    const here = id;
    if (isJson(component.component)) return [{ type: component.type, id: here, component: fill(component.component) }];
    if (component.type === ComponentType.ActionRow) return [{ type: component.type, id: here, components: jsonList(component.components).map(fill) }];
    return [{ type: component.type, id: here }];
  });
  for (const name of Object.keys(values)) {
    if (!known.has(name)) throw new Error(`The modal "${modal.title}" has no field "${name}": it has ${[...known].join(', ')}`);
  }
  return { custom_id: modal.customId, components, ...(Object.keys(resolved).length > 0 && { resolved }) };
}

function toSubmitted(world: World, resolved: Json, control: Json, value: ModalValue | undefined): Json {
  const isMissing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isMissing && control.required !== false && control.type !== ComponentType.Checkbox) {
    throw new Error(`The modal's field "${String(control.custom_id)}" is required`);
  }
  switch (control.type) {
    case ComponentType.TextInput: {
      const text = typeof value === 'string' ? value : '';
      const [min, max] = [numberOf(control.min_length) ?? 0, numberOf(control.max_length) ?? 4000];
      if (!isMissing && (text.length < min || text.length > max)) {
        throw new Error(`The modal's field "${String(control.custom_id)}" takes ${min} to ${max} characters`);
      }
      return { value: text };
    }
    case ComponentType.Checkbox:
      return { value: value === true };
    case ComponentType.RadioGroup:
      return { value: typeof value === 'string' ? value : null };
    case ComponentType.FileUpload: {
      const ids = idsOf(value);
      const files = [...world.files.values()].filter((file) => ids.includes(file.id));
      resolved.attachments = { ...(resolved.attachments as Json | undefined), ...Object.fromEntries(files.map((file) => [file.id, toWireAttachment(file)])) };
      return { values: ids };
    }
    default:
      return { values: idsOf(value) };
  }
}

function idsOf(value: ModalValue | undefined): string[] {
  const list = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly (string | { readonly id: string })[]) : [];
  return list.map((item) => (typeof item === 'string' ? item : item.id));
}
