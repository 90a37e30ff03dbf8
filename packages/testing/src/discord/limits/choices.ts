import type { FormCheck } from './form-check.js';

/** Choices of an option and autocomplete results (Discord developer documentation, "Application Command Option Choice Structure"). */
const LIMITS = { choices: 25, name: 100, value: 100 } as const;

/** Checks a list of choices: of a command's option, or of an autocomplete answer. */
export function checkChoices(check: FormCheck, field: string, value: unknown): void {
  const names = new Set<unknown>();
  check.list(field, value, { max: LIMITS.choices }).forEach((choice, index) => {
    const at = `${field}.${index}`;
    check.text(`${at}.name`, choice.name, { min: 1, max: LIMITS.name, isRequired: true });
    if (typeof choice.value !== 'number') {
      check.text(`${at}.value`, choice.value, { min: 1, max: LIMITS.value, isRequired: true });
    }
    if (names.has(choice.name)) {
      check.fail(at, 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', 'Option choice name already exists');
    }
    names.add(choice.name);
  });
}
