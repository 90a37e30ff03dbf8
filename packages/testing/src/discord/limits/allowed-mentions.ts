import { isJson } from '../json.js';

import type { FormCheck } from './form-check.js';

/** Discord developer documentation, "Allowed Mentions Object". */
const PARSE_VALUES: readonly unknown[] = ['roles', 'users', 'everyone'];
const MAX_IDS = 100;

/** Checks `allowed_mentions`: a kind is either parsed from the text or listed, not both. */
export function checkAllowedMentions(check: FormCheck, field: string, value: unknown): void {
  if (!isJson(value)) return;
  const parse: readonly unknown[] = Array.isArray(value.parse) ? value.parse : [];
  parse.forEach((kind, index) => {
    if (!PARSE_VALUES.includes(kind)) {
      check.fail(`${field}.parse.${index}`, 'BASE_TYPE_CHOICES', "Value must be one of ('roles', 'users', 'everyone').");
    }
  });
  for (const kind of ['roles', 'users'] as const) {
    const ids = value[kind];
    if (!Array.isArray(ids)) continue;
    if (ids.length > MAX_IDS) check.fail(`${field}.${kind}`, 'BASE_TYPE_MAX_LENGTH', `Must be ${MAX_IDS} or fewer in length.`);
    if (ids.length > 0 && parse.includes(kind)) {
      check.fail(field, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`);
    }
  }
}
