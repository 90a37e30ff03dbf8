import { REDACTED } from './secret.js';
import type { Variable } from './variable.js';

/** Most characters of a refused value that a message shows. */
const MAX_SHOWN = 60;

// Keys that were put into the wrong variable: OpenAI and its kin, Logfire,
// GitHub, Slack, AWS, Google, JSON web tokens, HTTP credentials.
const LOOKS_LIKE_A_KEY = /(?:sk|pk|rk)-|pylf_|gh[pousr]_|xox[a-z]-|AKIA|AIza|eyJ|bearer\s|basic\s/i;

/** How a message shows a value that was refused: quoted and cut, or `[redacted]` when it may be a secret. */
export function showFound(value: string, variable: Variable, secrets: readonly string[]): string {
  const mayBeSecret =
    variable.isSecret ||
    value.includes('@') || // user:password@host
    LOOKS_LIKE_A_KEY.test(value) ||
    secrets.some((secret) => isPartOf(secret, value) || isPartOf(value, secret));
  if (mayBeSecret) return REDACTED;
  const [beforeQuery = ''] = variable.kind === 'url' ? value.split(/[?#]/) : [value];
  return JSON.stringify(beforeQuery.length > MAX_SHOWN ? `${beforeQuery.slice(0, MAX_SHOWN)}…` : beforeQuery);
}

/** Shorter matches are chance: a `3` says nothing about a key that has one. */
function isPartOf(part: string, whole: string): boolean {
  return part.length >= 6 && whole.includes(part);
}
