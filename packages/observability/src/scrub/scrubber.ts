import { createKeyClassifier, type KeyClass } from './key-class.js';
import { scrubUrl } from './scrub-url.js';
import { createTextScrubber, type OnScrub } from './text-scrubber.js';

/** What is looked for beside the usual. */
export interface ScrubberOptions {
  /** Names of fields and attributes that are secret here, in any case of letters. */
  readonly keys?: readonly string[];
  /** Texts that must not be seen anywhere, such as keys of providers. Those shorter than 8 characters are ignored. */
  readonly secrets?: readonly string[];
  /** Whether e-mail addresses, payment cards, IBANs and phone numbers are taken out as well. @default false */
  readonly pii?: boolean;
  /**
   * Called for each thing taken out, never with its text. A text it returns stands there instead of
   * `[Scrubbed due to '…']`; to let a value pass, keep it from being recorded under that name.
   */
  readonly onScrub?: OnScrub;
}

/** The one scrubber of every signal: spans, events, logs, URLs, metrics' labels and the console. */
export interface Scrubber {
  classOf(key: string): KeyClass;
  /** A text without secrets. */
  text(text: string, path: string): string;
  /** The same for a text out of few, such as the name of a span: clean ones are remembered. */
  name(text: string, path: string): string;
  /** What stands for the whole value of a key. */
  mask(reason: string, path: string): string;
  /** A value of an attribute: whole when its key is sensitive, looked through otherwise. */
  value(key: string, value: string, path?: string): string;
  /** The same, when the class of the key is known. */
  valueOf(kind: KeyClass, key: string, value: string, path?: string): string;
  protect(secrets: readonly string[]): void;
}

const MOST_NAMES = 2048;

/** Makes a scrubber. */
export function createScrubber({ keys = [], secrets = [], pii = false, onScrub = () => undefined }: ScrubberOptions = {}): Scrubber {
  const guarded: OnScrub = (match) => {
    try {
      const text = onScrub(match);
      return typeof text === 'string' ? text : undefined;
    } catch {
      return undefined; // a callback of the app's must not break its telemetry
    }
  };
  const cleanNames = new Set<string>();
  const texts = createTextScrubber({ withPii: pii, onScrub: guarded });
  const { classOf, forget } = createKeyClassifier(keys, (key) => texts.holdsSecret(key));
  texts.protect(secrets);
  const scrubName = (text: string, path: string): string => {
    if (cleanNames.has(text)) return text;
    const clean = texts.scrub(text, path);
    if (clean === text && cleanNames.size < MOST_NAMES && text.length <= 256) cleanNames.add(text);
    return clean;
  };
  const mask = (reason: string, path: string) => guarded({ reason, path }) ?? `[Scrubbed due to '${reason}']`;

  const isSecretName = (name: string): boolean => {
    const kind = classOf(name);
    return kind === 'sensitive' || kind === 'leak';
  };
  const valueOf = (kind: KeyClass, key: string, value: string, path = key): string => {
    switch (kind) {
      case 'safe':
        return value;
      case 'leak':
        return mask('name', 'name');
      case 'sensitive':
        return value.startsWith('[Scrubbed due to ') ? value : mask(reasonOf(key), path);
      case 'url':
        return texts.scrub(scrubUrl(value, (name) => mask(reasonOf(name), path), isSecretName), path);
      case 'name':
        return scrubName(value, path);
      case 'plain':
      case 'content':
        return texts.scrub(value, path);
    }
  };

  return {
    classOf,
    mask,
    valueOf,
    text: (text, path) => texts.scrub(text, path),
    name: scrubName,
    value: (key, value, path) => valueOf(classOf(key), key, value, path),
    protect(more) {
      texts.protect(more);
      forget();
      cleanNames.clear();
    },
  };
}

/** The name itself may be user text: only its letters, and few of them. */
function reasonOf(name: string): string {
  return name.replace(/[^A-Za-z0-9_.-]/g, '').slice(0, 40);
}
