import { isJson, jsonList, type Json } from '../json.js';

/** One complaint about a request body, in the words of Discord's 50035 errors. */
export interface FormIssue {
  /** Dotted path from the root of the body, such as `data.embeds.0.title`. */
  readonly field: string;
  /** Discord's name of the rule, such as `BASE_TYPE_MAX_LENGTH`. */
  readonly code: string;
  readonly message: string;
}

/** Allowed length of a text, in UTF-16 code units. */
export interface TextLimit {
  /** @default 0 */
  readonly min?: number;
  readonly max: number;
  /** @default false */
  readonly isRequired?: boolean;
}

/** Gathers the issues of one body. */
export interface FormCheck {
  readonly issues: readonly FormIssue[];
  /** What Discord accepts and then quietly ignores. */
  readonly notes: readonly FormIssue[];
  note(field: string, message: string): void;
  fail(field: string, code: string, message: string): void;
  /**
   * Checks a text and answers its length. Lengths are UTF-16 code units: where
   * Discord counts code points, this is the stricter reading.
   */
  text(field: string, value: unknown, limit: TextLimit): number;
  /** Checks the length of a list and answers its objects. */
  list(field: string, value: unknown, limit: { readonly min?: number; readonly max: number }): Json[];
  /** Checks an integer; absent values pass. */
  integer(field: string, value: unknown, limit: { readonly min: number; readonly max: number }): void;
}

/** Makes a check without issues, for one body. */
export function createFormCheck(): FormCheck {
  const issues: FormIssue[] = [];
  const notes: FormIssue[] = [];
  const fail: FormCheck['fail'] = (field, code, message) => {
    issues.push({ field, code, message });
  };

  return {
    issues,
    notes,
    fail,

    note(field, message) {
      notes.push({ field, code: 'INEFFECTIVE', message });
    },

    text(field, value, { min = 0, max, isRequired = false }) {
      if (value === undefined || value === null) {
        if (isRequired) fail(field, 'BASE_TYPE_REQUIRED', 'This field is required');
        return 0;
      }
      if (typeof value !== 'string') {
        fail(field, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
        return 0;
      }
      // Discord trims before it counts: a title of blanks is an absent title.
      const { length } = value.trim();
      if (length === 0 && isRequired) fail(field, 'BASE_TYPE_REQUIRED', 'This field is required');
      else if (length > max && min === 0) fail(field, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
      else if (length > max || length < min) fail(field, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
      return length;
    },

    list(field, value, { min = 0, max }) {
      if (value === undefined || value === null) {
        if (min > 0) fail(field, 'BASE_TYPE_REQUIRED', 'This field is required');
        return [];
      }
      if (!Array.isArray(value)) {
        fail(field, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
        return [];
      }
      if (value.length > max && min === 0) fail(field, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
      else if (value.length > max || value.length < min) {
        fail(field, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
      }
      value.forEach((item, index) => {
        if (!isJson(item)) fail(`${field}.${index}`, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType.');
      });
      return jsonList(value);
    },

    integer(field, value, { min, max }) {
      if (value === undefined || value === null) return;
      if (!Number.isInteger(value)) fail(field, 'NUMBER_TYPE_COERCE', 'Value is not an integer.');
      else if (Number(value) < min) fail(field, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
      else if (Number(value) > max) fail(field, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    },
  };
}
