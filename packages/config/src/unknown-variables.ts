import { distance } from 'fastest-levenshtein';

import type { Layers } from './environment.js';
import type { Variable } from './variable.js';

/** A name that begins like this can only be meant for us, or for the tools our names come from. */
const OWN_PREFIXES = ['INSTRUCTOR_', 'LITELLM_', 'LOGFIRE_', 'OPENROUTER_', 'ANALYSIS_'];

/** Names that others use as well: worth a word only when one is nearly a name of ours. */
const SHARED_PREFIXES = ['ENABLE_', 'OPENAI_', 'DISCORD_', 'API_', 'LOG_'];

/** Names that other bots and an older system of this kind use, and ours for the same thing. */
const KNOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  LITELLM_FALLBACK_ENABLED: 'LITELLM_FALLBACK_MODELS',
  LITELLM_BUDGET_PER_MODEL: 'LITELLM_BUDGET_LIMIT',
  LITELLM_BUDGET_DURATION: 'LITELLM_BUDGET_LIMIT',
  LITELLM_BUDGET_OPENROUTER: 'LITELLM_BUDGET_LIMIT',
  LITELLM_BUDGET_ANTHROPIC: 'LITELLM_BUDGET_LIMIT',
  LITELLM_BUDGET_OPENAI: 'LITELLM_BUDGET_LIMIT',
  DISCORD_TOKEN: 'DISCORD_BOT_TOKEN',
  DISCORD_CLIENT_ID: 'DISCORD_APPLICATION_ID',
};

/** Longest name that is looked at, and that a warning repeats. */
const MAX_NAME_LENGTH = 64;

/** Most warnings of this kind; a thousand of them would hide the first one. */
const MAX_WARNINGS = 20;

/** Warnings about variables that look like ours and are not, with the name that was probably meant. */
export function unknownVariables(variables: readonly Variable[], { process, dotEnv }: Layers): string[] {
  const known = new Set(variables.map(({ name }) => name));
  const strangers = new Set([...Object.keys(process), ...Object.keys(dotEnv)].filter((name) => !known.has(name)));
  return [...strangers].flatMap((name) => warningAbout(name, known) ?? []).slice(0, MAX_WARNINGS);
}

function warningAbout(name: string, known: ReadonlySet<string>): string | undefined {
  const startsLike = (prefixes: readonly string[]) => prefixes.some((prefix) => name.startsWith(prefix));
  const isOwn = startsLike(OWN_PREFIXES);
  if (name.length > MAX_NAME_LENGTH || !/^\w+$/.test(name) || !(isOwn || startsLike(SHARED_PREFIXES))) return undefined;
  const meant = Object.hasOwn(KNOWN_ELSEWHERE, name) ? KNOWN_ELSEWHERE[name] : nearest(name, known);
  if (meant !== undefined) return `${name} is not a setting and is ignored. Did you mean ${meant}?`;
  return isOwn ? `${name} is not a setting and is ignored. See docs/configuration.md for those there are.` : undefined;
}

/** The known name that a slip of the pen would turn into this one, if there is such a name. */
function nearest(name: string, known: ReadonlySet<string>): string | undefined {
  let best: string | undefined;
  // Three slips in a long name are still the same name; in a short one they make another.
  let limit = name.length >= 12 ? 3 : 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const slips = distance(name, candidate);
    if (slips > limit) continue;
    best = candidate;
    limit = slips - 1;
  }
  return best;
}
