import { REDACTED } from '@discord-intelligence/config';

/** What keys of the known providers look like, and whatever follows the word Bearer. Each part has one quantifier: linear time. */
const LOOK_ALIKE = /\b(?:sk|pk|rk|gsk|xai|hf|key)[-_][\w*-]{6,}|\bBearer +[^\s"',;]+|\bAIza[\w-]{10,}/gu;

/** Shorter texts are too likely to be ordinary words. */
const MIN_KEY_LENGTH = 8;

/** A text without keys: the one that was sent, and all that look like one. Providers quote them when they refuse them. */
export function redactKeys(text: string, key?: string): string {
  const known = key !== undefined && key.length >= MIN_KEY_LENGTH ? text.replaceAll(key, REDACTED) : text;
  return known.replace(LOOK_ALIKE, REDACTED);
}
