/** A form that secrets have, whatever they are called. */
export interface SecretPattern {
  /** What stands in the replacement. */
  readonly name: string;
  /** A regular expression without groups that count; every repetition is bounded, so matching is linear. */
  readonly source: string;
}

/**
 * Prefixes that issuers give their keys, so that leaks can be found. Sources: the documentation of each issuer.
 * `assignment` is special: its value alone is replaced.
 */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  { name: 'api key', source: String.raw`\bsk-[A-Za-z0-9_-]{12,400}` },
  { name: 'api key', source: String.raw`\b(?:gsk_|xai-|pplx-|hf_|r8_|sk_live_|rk_live_)[A-Za-z0-9_-]{16,200}` },
  { name: 'logfire token', source: String.raw`\bpylf_v\d{1,2}_[A-Za-z0-9_]{6,200}` },
  { name: 'github token', source: String.raw`\b(?:gh[pousr]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{16,255})` },
  { name: 'slack token', source: String.raw`\bxox[a-z]-[A-Za-z0-9-]{8,250}` },
  { name: 'aws key', source: String.raw`\b(?:AKIA|ASIA)[A-Z0-9]{12,20}` },
  { name: 'google key', source: String.raw`\bAIza[A-Za-z0-9_-]{20,60}` },
  { name: 'jwt', source: String.raw`\beyJ[A-Za-z0-9_-]{6,4096}\.[A-Za-z0-9_-]{4,8192}(?:\.[A-Za-z0-9_-]{0,2048})?` },
  { name: 'bearer', source: String.raw`\b[Bb]earer[ \t]{1,4}[A-Za-z0-9._~+/=-]{6,4096}` },
  { name: 'discord token', source: String.raw`\b[MNO][A-Za-z0-9_-]{22,28}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,45}` },
  { name: 'discord token', source: String.raw`(?<=/(?:webhooks|interactions)/\d{15,21}/)[A-Za-z0-9_-]{20,400}` },
  { name: 'password', source: String.raw`(?<=://)[^\s/@:?#]{0,128}:[^\s/@?#]{1,256}(?=@)` },
];

/** Personal data, looked for on request only: it is common in text that is no secret. */
export const PII_PATTERNS: readonly SecretPattern[] = [
  { name: 'email', source: String.raw`\b[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}\b` },
  { name: 'iban', source: String.raw`\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b` },
  { name: 'card', source: String.raw`\b\d(?:[ -]?\d){12,18}\b` },
  { name: 'phone', source: String.raw`\+\d(?:[ ().-]?\d){7,14}\b` },
];

/** Every reason that is a form, and not the name of a key. */
export const PATTERN_NAMES: ReadonlySet<string> = new Set([
  ...[...SECRET_PATTERNS, ...PII_PATTERNS].map(({ name }) => name),
  'private key',
  'secret value',
  'configured secret',
  'content',
  'sensitive',
  'userinfo',
]);

const NAMES =
  'passw(?:or)?d|passwd|passphrase|secret|api[_ -]?key|apikey|access[_-]?key|private[_-]?key|client[_-]?secret|credentials?|token|authorization|auth|signature|sig|cookie|session[_-]?id|jwt|pwd';

/**
 * `api_key=…`, `"password": "…"`, `Authorization: Bearer …` inside of a text, such as a URL in an error message.
 * The first group is what stays, the second the value.
 */
export const ASSIGNMENT = new RegExp(
  String.raw`((?:${NAMES})\\{0,3}["']?[ \t]{0,3}[=:][ \t]{0,3}(?:(?:Bearer|Basic|Bot|Token)[ \t]{1,3})?)(?!\[Scrubbed)("[^"\r\n]{1,2048}"?|'[^'\r\n]{1,2048}'?|\\{1,3}"[^"\\\r\n]{1,2048}|[^\s"'&,;<>()\\[\]{}]{3,4096})`,
  'gi',
);

/** Whether the digits of a text pass the Luhn check, as the number of every payment card does. */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[^0-9]/g, '');
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    let digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    if (index % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}
