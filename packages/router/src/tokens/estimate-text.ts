/** First character code outside ASCII. */
const ASCII_END = 0x80;

/** First code of the East Asian scripts (CJK radicals), in which a token is about a character. */
const CJK_START = 0x2e80;

/**
 * Tokens that a character costs on average, measured with o200k_base on public texts and rounded
 * up: words of Latin letters 4 to 5 characters a token, digits 2 to 3, punctuation and code 1 to 2,
 * other alphabets 2 to 3, East Asian 1.
 */
const WEIGHTS = { letter: 0.21, digit: 0.45, space: 0.1, newline: 0.45, symbol: 0.6, otherAlphabet: 0.45, eastAsian: 1.05 } as const;

/**
 * Tokens of a text by its characters: linear, without tables.
 *
 * Latin letters in one run without a space are no words after 16 of them (base64, hashes), and cost
 * double from there.
 */
export function estimateTextTokens(text: string): number {
  let tokens = 0;
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ASCII_END) {
      tokens += code >= CJK_START ? WEIGHTS.eastAsian : WEIGHTS.otherAlphabet;
      run = 0;
    } else if (isLetter(code)) {
      run += 1;
      tokens += run > LONGEST_WORD ? 3 * WEIGHTS.letter : WEIGHTS.letter;
    } else if (code === SPACE) {
      tokens += WEIGHTS.space;
      run = 0;
    } else if (code >= ZERO && code <= NINE) {
      tokens += WEIGHTS.digit;
    } else {
      tokens += code < SPACE ? WEIGHTS.newline : WEIGHTS.symbol;
      run = 0;
    }
  }
  return Math.ceil(tokens);
}

const LONGEST_WORD = 16;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
