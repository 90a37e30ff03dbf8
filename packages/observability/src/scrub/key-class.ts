import { GEN_AI } from '../names/gen-ai.js';

/**
 * What the name of an attribute or field says of its value.
 *
 * `safe` is not looked into, `plain` is looked through for secrets, `sensitive` goes whole, `url` is taken apart, and
 * `content` holds text of people and models. Of a `leak` the name itself holds
 * a secret; the value of a `name` is one out of few.
 */
export type KeyClass = 'safe' | 'plain' | 'sensitive' | 'url' | 'content' | 'name' | 'leak';

/** Classifies keys, with a memory of those seen before. */
export interface KeyClassifier {
  readonly classOf: (key: string) => KeyClass;
  /** Looks at every key anew, because there are more secrets now. */
  readonly forget: () => void;
}

// Both match words of a key written apart: `apiKey`, `api-key` and `API_KEY` are all "api key". No pattern repeats.
const ANYWHERE =
  /passw(?:or)?d|passphrase|secret|credential|private ?key|api ?key|access ?key|signing ?key|cookie|csrf|xsrf|social ?security|credit ?card|card ?number|bearer|authoriz|authenticat/;
const WORD = /\b(?:o?auth[nz2]?|jwt|ssn|cvv|cvc|session|sid|pwd|iban|otp|(?:access|auth|refresh|id|bot|bearer|csrf|api)?token)\b/;
/** Kinds and counts of tokens are no tokens. */
const NOT_A_TOKEN = /\btoken (?:type|count|counts|limit|usage|budget|modality|rate)\b/;

const SAFE_PREFIXES = ['gen_ai.usage.', 'gen_ai.token.', 'code.', 'telemetry.', 'otel.'];
const SAFE = new Set<string>([GEN_AI.request.maxTokens, GEN_AI.conversationId, 'exception.type', 'logfire.level_num', 'logfire.span_type']);
const URLS = new Set(['url.full', 'url.query', 'http.url', 'http.target', 'url', 'uri', 'href', 'referer', 'referrer', 'url.original']);
const NAMES = new Set<string>(['logfire.msg_template', GEN_AI.providerName, GEN_AI.system, GEN_AI.request.model, GEN_AI.response.model, GEN_AI.operationName, 'http.route', 'http.request.method', 'server.address', 'url.scheme', 'error.type']);
const CONTENT = new Set<string>([
  ...Object.values(GEN_AI.content),
  // Names of the conventions before v1.37 and of other instrumentations.
  'gen_ai.prompt',
  'gen_ai.completion',
  'llm.prompts',
  'llm.completions',
  'input.value',
  'output.value',
]);
const CONTENT_PREFIXES = ['gen_ai.prompt.', 'gen_ai.completion.', 'llm.input_messages', 'llm.output_messages'];
const NOT_CONTENT = new Set<string>([GEN_AI.promptName, GEN_AI.promptVersion]);

/** Classes of keys seen before: attributes have few names, but a map of user data may have any number. */
const MOST_REMEMBERED = 4096;

/**
 * Makes the classifier.
 *
 * @param isLeak Whether a text, here a key, holds a secret.
 */
export function createKeyClassifier(extra: readonly string[] = [], isLeak: (text: string) => boolean = () => false): KeyClassifier {
  const known = new Map<string, KeyClass>();
  const extraNames = new Set(extra.map((name) => name.toLowerCase()));

  return {
    classOf(key) {
      let found = known.get(key);
      if (found === undefined) {
        found = extraNames.has(key.toLowerCase()) ? 'sensitive' : isLeak(key) ? 'leak' : classify(key);
        if (known.size < MOST_REMEMBERED && key.length <= 256) known.set(key, found);
      }
      return found;
    },
    forget: () => { known.clear(); },
  };
}

function classify(key: string): KeyClass {
  if (SAFE.has(key) || SAFE_PREFIXES.some((prefix) => key.startsWith(prefix))) return 'safe';
  if (CONTENT.has(key) || (CONTENT_PREFIXES.some((prefix) => key.startsWith(prefix)) && !NOT_CONTENT.has(key))) return 'content';
  if (isSensitiveName(key)) return 'sensitive';
  if (NAMES.has(key)) return 'name';
  return URLS.has(key.toLowerCase()) ? 'url' : 'plain';
}

/** Whether the name of a field, a header or a query parameter says that its value is a secret. */
export function isSensitiveName(name: string): boolean {
  const words = name
    .slice(0, 256)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]/g, ' ')
    .toLowerCase();
  if (ANYWHERE.test(words)) return true;
  return WORD.test(words) && !NOT_A_TOKEN.test(words);
}
