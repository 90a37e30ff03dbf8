// Longer texts are somebody's real values; the bound also keeps the tests cheap.
const MAX_PLACEHOLDER_LENGTH = 100;

const FORMS = [
  /^your[-_ ]/i, // your-api-key-here
  /^<[^<>]*>$/, // <token>
  /^change[-_ ]?me(?![a-z])/i, // CHANGE_ME, changeme
  /^replace[-_ ]?me(?![a-z])/i,
  /^(?:sk-)?x{3}[x\-_.…]*$/i, // xxxxxxxx, sk-xxx
  /^[\w-]*(?:\.\.\.|…)$/, // sk-..., pylf_v1_…
];

/** Whether a value was left as a template had it, and so says nothing. */
export function isPlaceholder(value: string): boolean {
  return value.length <= MAX_PLACEHOLDER_LENGTH && FORMS.some((form) => form.test(value));
}
