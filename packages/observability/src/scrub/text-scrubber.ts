import { ASSIGNMENT, isCardNumber, PII_PATTERNS, SECRET_PATTERNS, type SecretPattern } from './secret-patterns.js';

/** What a scrubber found. It never holds the secret itself. */
export interface ScrubMatch {
  /** Name of the pattern or of the key: `jwt`, `password`, … */
  readonly reason: string;
  /** Where: the key of the attribute, with fields of objects after dots. */
  readonly path: string;
}

/** Told of everything that is taken out; a text it returns stands there instead of the usual one. */
export type OnScrub = (match: ScrubMatch) => string | undefined;

/** Takes secrets out of texts. */
export interface TextScrubber {
  scrub(text: string, path: string): string;
  /** Whether there is anything to take out. */
  holdsSecret(text: string): boolean;
  /** Looks for these texts as well, from now on. */
  protect(secrets: readonly string[]): void;
}

/** Shorter texts are too common to be looked for. */
const SHORTEST_LITERAL = 8;
const MOST_LITERALS = 256;
/** Nothing shorter is a secret by its form. */
const SHORTEST = 7;
const PEM_BEGIN = '-----BEGIN ';
const PEM_END = '-----END ';

/** Makes a scrubber for texts. */
export function createTextScrubber({ withPii, onScrub }: { readonly withPii: boolean; readonly onScrub: OnScrub }): TextScrubber {
  const patterns = withPii ? [...SECRET_PATTERNS, ...PII_PATTERNS] : SECRET_PATTERNS;
  const literals = new Set<string>();
  let pattern = compile(patterns, []);

  const replacement = (reason: string, path: string) => onScrub({ reason, path }) ?? `[Scrubbed due to '${reason}']`;

  return {
    protect(secrets) {
      for (const secret of secrets) {
        if (secret.length >= SHORTEST_LITERAL && literals.size < MOST_LITERALS) literals.add(secret);
      }
      pattern = compile(patterns, [...literals]);
    },
    holdsSecret(text) {
      if (text.length < SHORTEST) return false;
      const isFound = text.includes(PEM_BEGIN) || pattern.regex.test(text) || ASSIGNMENT.test(text);
      pattern.regex.lastIndex = 0;
      ASSIGNMENT.lastIndex = 0;
      return isFound;
    },
    scrub(text, path) {
      if (text.length < SHORTEST) return text;
      let clean = text.includes(PEM_BEGIN) ? withoutPem(text, () => replacement('private key', path)) : text;
      // Asked before replaced: nearly every text is clean, and `test` makes no copy.
      if (pattern.regex.test(clean)) {
        pattern.regex.lastIndex = 0;
        clean = clean.replace(pattern.regex, (found: string, ...groups: unknown[]) => {
          const reason = pattern.names[groups.findIndex((group) => group !== undefined)] ?? 'secret';
          return reason === 'card' && !isCardNumber(found) ? found : replacement(reason, path);
        });
      }
      pattern.regex.lastIndex = 0;
      ASSIGNMENT.lastIndex = 0;
      if (ASSIGNMENT.test(clean)) {
        ASSIGNMENT.lastIndex = 0;
        clean = clean.replace(ASSIGNMENT, (_found, kept: string) => kept + replacement('secret value', path));
      }
      ASSIGNMENT.lastIndex = 0;
      return clean;
    },
  };
}

function compile(patterns: readonly SecretPattern[], literals: readonly string[]): { readonly regex: RegExp; readonly names: readonly string[] } {
  // The longest first, so that a key which begins with another one is found whole.
  const known = [...literals].sort((a, b) => b.length - a.length).map(escapeRegExp).join('|');
  const all = known === '' ? patterns : [{ name: 'configured secret', source: known }, ...patterns];
  return { regex: new RegExp(all.map(({ source }) => `(${source})`).join('|'), 'g'), names: all.map(({ name }) => name) };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Walks with `indexOf`: a pattern over a whole key block would look at long texts again and again. */
function withoutPem(text: string, replace: () => string): string {
  let clean = '';
  let at = 0;
  for (;;) {
    const begin = text.indexOf(PEM_BEGIN, at);
    if (begin === -1) return clean + text.slice(at);
    clean += text.slice(at, begin) + replace();
    const end = text.indexOf(PEM_END, begin);
    if (end === -1) return clean;
    const close = text.indexOf('-----', end + PEM_END.length);
    at = close === -1 ? text.length : close + 5;
  }
}
