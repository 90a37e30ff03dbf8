/** Tokens of a text in the encoding of a model. */
export type ExactCounter = (text: string, model: string) => Promise<number>;

/** The encodings that OpenAI has published and its chat models use. */
export type EncodingName = 'o200k_base' | 'cl100k_base';

/**
 * Characters that are encoded at once. Byte pair encoding takes quadratic time on a run without a
 * space (Chinese, base64): 100,000 such characters in one piece would block for seconds. A cut
 * costs one token too many at most, which is 0.2 %.
 */
const PIECE = 512;

/**
 * Loads gpt-tokenizer. Each encoding is a table of megabytes, which is loaded when a model needs it.
 * Models whose encoding is not public are counted with o200k_base, which is close for most of them.
 */
export async function loadExactCounter(): Promise<ExactCounter> {
  const encodings = new Map<EncodingName, Promise<(text: string) => number>>();
  return async (text, model) => {
    const name = encodingOf(model);
    let loading = encodings.get(name);
    if (!loading) {
      loading = name === 'cl100k_base' ? loadCl100k() : loadO200k();
      encodings.set(name, loading);
    }
    const count = await loading;
    let tokens = 0;
    for (let start = 0; start < text.length; start += PIECE) tokens += count(text.slice(start, start + PIECE));
    return tokens;
  };
}

/** GPT-4 (not 4o and later), GPT-3.5 and the embeddings models use the older encoding. */
export function encodingOf(model: string): EncodingName {
  const name = model.slice(model.lastIndexOf('/') + 1);
  return /^(?:gpt-4(?:$|-(?!o))|gpt-3\.5|gpt-35|text-embedding-(?:3|ada))/u.test(name) ? 'cl100k_base' : 'o200k_base';
}

/** Text that looks like a control token is plain text here. */
const AS_TEXT = { disallowedSpecial: new Set<string>() } as const;

async function loadO200k(): Promise<(text: string) => number> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  return (text) => countTokens(text, AS_TEXT);
}

async function loadCl100k(): Promise<(text: string) => number> {
  const { countTokens } = await import('gpt-tokenizer/encoding/cl100k_base');
  return (text) => countTokens(text, AS_TEXT);
}
