import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { numberOf, textOf, type Json } from '../json.js';

import type { FormCheck } from './form-check.js';

/** Limits of buttons and selects (Discord developer documentation, "Component Reference", read 2026-08-06). */
const LIMITS = { customId: 100, label: 80, url: 512, options: 25, option: 100, placeholder: 150 } as const;

/** The component types that a person can pick values from. */
export const SELECT_TYPES: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Checks a `custom_id` and that no other component of the same message or modal carries it. */
export function checkCustomId(check: FormCheck, field: string, component: Json, taken: Set<string>): void {
  check.text(`${field}.custom_id`, component.custom_id, { min: 1, max: LIMITS.customId, isRequired: true });
  const customId = textOf(component.custom_id);
  if (customId === undefined) return;
  if (taken.has(customId)) {
    check.fail(`${field}.custom_id`, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  taken.add(customId);
}

/** Checks one button: what it may carry depends on its style. */
export function checkButton(check: FormCheck, field: string, button: Json, taken: Set<string>): void {
  check.integer(`${field}.style`, button.style ?? 0, { min: ButtonStyle.Primary, max: ButtonStyle.Premium });
  check.text(`${field}.label`, button.label, { max: LIMITS.label });

  const style = numberOf(button.style);
  if (style === ButtonStyle.Link) {
    check.text(`${field}.url`, button.url, { min: 1, max: LIMITS.url, isRequired: true });
    if (button.custom_id !== undefined) refuse(check, field, 'A custom id and url cannot both be specified');
  } else if (style === ButtonStyle.Premium) {
    check.text(`${field}.sku_id`, button.sku_id, { min: 1, max: 20, isRequired: true });
  } else {
    checkCustomId(check, field, button, taken);
    if (button.url !== undefined) refuse(check, field, 'A custom id and url cannot both be specified');
  }
  if (style !== ButtonStyle.Premium && !textOf(button.label)?.trim() && !button.emoji) {
    check.fail(field, 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A button must have a label or an emoji');
  }
}

/** Checks one select of a message or a modal. */
export function checkSelect(check: FormCheck, field: string, select: Json, taken: Set<string>): void {
  checkCustomId(check, field, select, taken);
  check.text(`${field}.placeholder`, select.placeholder, { max: LIMITS.placeholder });
  check.integer(`${field}.min_values`, select.min_values, { min: 0, max: LIMITS.options });
  check.integer(`${field}.max_values`, select.max_values, { min: 1, max: LIMITS.options });
  if (select.type === ComponentType.StringSelect) {
    checkOptions(check, `${field}.options`, select.options, { min: 1, max: LIMITS.options });
  }
}

/** Checks the options of a select, a radio group or a checkbox group. */
export function checkOptions(
  check: FormCheck,
  field: string,
  value: unknown,
  limit: { readonly min: number; readonly max: number },
): void {
  const values = new Set<unknown>();
  check.list(field, value, limit).forEach((option, index) => {
    const at = `${field}.${index}`;
    check.text(`${at}.label`, option.label, { min: 1, max: LIMITS.option, isRequired: true });
    check.text(`${at}.value`, option.value, { min: 1, max: LIMITS.option, isRequired: true });
    check.text(`${at}.description`, option.description, { max: LIMITS.option });
    if (values.has(option.value)) {
      check.fail(`${at}.value`, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    }
    values.add(option.value);
  });
}

function refuse(check: FormCheck, field: string, message: string): void {
  check.fail(field, 'BUTTON_COMPONENT_CUSTOM_ID_URL', message);
}
