/**
 * Tokens that a text takes at most in the tokenizers of the common models: a
 * third of its ASCII characters, and all the others. English takes about a
 * quarter less; the estimate only decides where a long text is cut.
 */
export function estimateTokens(text: string): number {
  let others = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) others += 1;
  return Math.ceil((text.length - others) / ASCII_PER_TOKEN) + others;
}

const ASCII_PER_TOKEN = 3;
