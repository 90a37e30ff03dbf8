import { ComponentType, TextInputStyle } from 'discord-api-types/v10';

import { isJson, numberOf, type Json } from '../json.js';

import { checkCustomId, checkOptions, checkSelect, SELECT_TYPES } from './controls.js';
import type { FormCheck } from './form-check.js';

/** Limits of modals (Discord developer documentation, "Modal" and "Label", read 2026-08-06). */
const LIMITS = {
  title: 45,
  customId: 100,
  components: 5,
  label: 45,
  description: 100,
  input: 4000,
  placeholder: 100,
  files: 10,
  group: 10,
} as const;

/** Checks the data of a modal callback. */
export function checkModal(check: FormCheck, field: string, modal: Json): void {
  const taken = new Set<string>();
  check.text(`${field}.title`, modal.title, { min: 1, max: LIMITS.title, isRequired: true });
  check.text(`${field}.custom_id`, modal.custom_id, { min: 1, max: LIMITS.customId, isRequired: true });
  check.list(`${field}.components`, modal.components, { min: 1, max: LIMITS.components }).forEach((component, index) => {
    const at = `${field}.components.${index}`;
    switch (component.type) {
      case ComponentType.Label:
        checkLabel(check, at, component, taken);
        break;
      case ComponentType.ActionRow:
        checkRow(check, at, component, taken);
        break;
      case ComponentType.TextDisplay:
        check.text(`${at}.content`, component.content, { min: 1, max: LIMITS.input, isRequired: true });
        break;
      default:
        check.fail(`${at}.type`, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).');
    }
  });
}

function checkLabel(check: FormCheck, at: string, label: Json, taken: Set<string>): void {
  check.text(`${at}.label`, label.label, { min: 1, max: LIMITS.label, isRequired: true });
  check.text(`${at}.description`, label.description, { max: LIMITS.description });
  const control = isJson(label.component) ? label.component : {};
  const here = `${at}.component`;
  if (control.type === ComponentType.TextInput) checkTextInput(check, here, control, taken);
  else if (SELECT_TYPES.has(control.type)) checkSelect(check, here, control, taken);
  else if (control.type === ComponentType.FileUpload) {
    checkCustomId(check, here, control, taken);
    check.integer(`${here}.min_values`, control.min_values, { min: 0, max: LIMITS.files });
    check.integer(`${here}.max_values`, control.max_values, { min: 1, max: LIMITS.files });
  } else if (control.type === ComponentType.RadioGroup || control.type === ComponentType.CheckboxGroup) {
    checkCustomId(check, here, control, taken);
    const min = control.type === ComponentType.RadioGroup ? 2 : 1;
    checkOptions(check, `${here}.options`, control.options, { min, max: LIMITS.group });
  } else if (control.type === ComponentType.Checkbox) checkCustomId(check, here, control, taken);
  else check.fail(`${here}.type`, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (3, 4, 5, 6, 7, 8, 19, 21, 22, 23).');
}

/** The older form: an action row around one text input that carries its own label. */
function checkRow(check: FormCheck, at: string, row: Json, taken: Set<string>): void {
  check.list(`${at}.components`, row.components, { min: 1, max: 1 }).forEach((input, index) => {
    const here = `${at}.components.${index}`;
    if (input.type !== ComponentType.TextInput) {
      check.fail(`${here}.type`, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (4,).');
      return;
    }
    check.text(`${here}.label`, input.label, { min: 1, max: LIMITS.label, isRequired: true });
    checkTextInput(check, here, input, taken);
  });
}

function checkTextInput(check: FormCheck, at: string, input: Json, taken: Set<string>): void {
  checkCustomId(check, at, input, taken);
  check.integer(`${at}.style`, input.style ?? 0, { min: TextInputStyle.Short, max: TextInputStyle.Paragraph });
  check.integer(`${at}.min_length`, input.min_length, { min: 0, max: LIMITS.input });
  check.integer(`${at}.max_length`, input.max_length, { min: 1, max: LIMITS.input });
  check.text(`${at}.placeholder`, input.placeholder, { max: LIMITS.placeholder });
  const max = numberOf(input.max_length) ?? LIMITS.input;
  check.text(`${at}.value`, input.value, { max });
}
