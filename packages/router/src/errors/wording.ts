import type { FailureClass } from './failure-class.js';

/** Only the beginning of a message is searched: what a provider says is said there. */
const MAX_MESSAGE = 2_000;

// Providers that speak OpenAI's protocol agree on statuses and codes, and on
// little else. The lists hold phrases that name one cause and no other: the bare
// words "rate", "limit", "quota" and "throttle" also occur in other refusals.
const RATE_LIMIT = [
  'rate limit', 'rate_limit', 'ratelimit', 'too many requests', 'requests per minute', 'tokens per minute',
  'requests per day', 'tokens per day', 'requests per second', 'throttled', 'throttling', 'concurrency limit',
  'resource_exhausted', 'resource exhausted', 'exceeded your current rate', 'try again in',
];
const QUOTA = [
  'insufficient_quota', 'insufficient quota', 'exceeded your current quota', 'credit balance', 'insufficient credit',
  'insufficient balance', 'insufficient funds', 'billing_hard_limit', 'billing hard limit', 'payment required',
  'billing_not_active', 'account is not active', 'out of credits',
];
const CONTEXT_WINDOW = [
  'context_length_exceeded', 'maximum context length', 'context length', 'context window', 'prompt is too long',
  'input is too long', 'exceeds the maximum number of tokens', 'too many input tokens', 'reduce the length of the messages',
];
const CONTENT_POLICY = [
  'content_policy', 'content policy', 'content_filter', 'content management policy', 'responsibleaipolicyviolation',
  'safety system', 'flagged as potentially violating', 'moderation_blocked', 'content was blocked',
];
const MODEL_GONE = ['has been deprecated', 'has been decommissioned', 'model_decommissioned', 'is no longer available', 'has been retired', 'has been shut down'];
const CREDENTIAL = ['invalid_api_key', 'incorrect api key', 'invalid api key', 'api key not valid', 'invalid_authentication', 'authentication_error'];

/** What the fields of an error object say; `undefined` when they name no known cause. */
export function classOfWording(fields: readonly unknown[]): FailureClass | undefined {
  let text = '';
  for (const field of fields) if (typeof field === 'string') text += `${field.slice(0, MAX_MESSAGE)}\n`;
  if (text === '') return undefined;
  text = text.toLowerCase();
  // Quota before rate limit: an empty account also says 429, and waiting does not fill it.
  if (names(QUOTA, text)) return 'quota';
  if (names(RATE_LIMIT, text)) return 'rate_limit';
  if (names(CONTEXT_WINDOW, text)) return 'context_window';
  if (names(CONTENT_POLICY, text)) return 'content_policy';
  if (names(MODEL_GONE, text)) return 'model_gone';
  if (names(CREDENTIAL, text)) return 'credential';
  return undefined;
}

function names(phrases: readonly string[], text: string): boolean {
  for (const phrase of phrases) if (text.includes(phrase)) return true;
  return false;
}
