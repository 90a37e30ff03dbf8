/**
 * The letters that follow each letter in words of European languages: pairs that
 * at least 0.04 % of 13,000 different English words hold, counted over public
 * debate and discussion texts, and pairs common in Dutch, German, Nordic and
 * Slavic spelling.
 */
const FOLLOWERS =
  'abcdefghijklmnopqrstuvwxyz abceijklmnorstuyz acdehiklnoqrstuyz abcdefghijklmnorsuvwyz abcdefghijklmnopqrstuvwxyz aefijklnorstuy adeghijlmnorstuvyz abcdeijklmnorstuvwy abcdefgijklmnopqrstuvxyz adeiouz adefhijlnoprstuvwyz abcdefghijklmnoprstuvyz abcefijklmnoprsuwyz abcdefghijklmnoprstuvwyz abcdefghijklmnopqrstuvwxyz aefhilmnoprstuy aiu abcdefghijklmnoprstuvwyz abcdefghijklmnopqrstuwyz abcdefhijlmnoprstuwyz abcdefgijklmnopqrstuyz aeilnoruy adefhijklmnorstz aceiptuy abcdeghijklmnoprstwz abdegiklmnorsvwz';

const A = 97;
const LETTERS = 26;
const PLAUSIBLE = readFollowers();

/** Neighbours on a row of the keyboard, forwards and backwards. */
const KEYBOARD = readKeyboard();

const SHORTEST = 4;
/** Share of implausible letter pairs from which a word is odd; one such pair is a name or a slip. */
const ODD_SHARE = 0.25;
const FEWEST_ODD_PAIRS = 2;
/** "Rhythms" and "Knightsbridge" have six letters without a, e, i, o, u; few words have more, and `y` counts as a vowel here. */
const LONGEST_CONSONANT_RUN = 6;
const LONGEST_KEYBOARD_RUN = 4;
/** "Soooo" is speech; more than this is noise. */
const LONGEST_LETTER_RUN = 8;

/**
 * Whether a word looks like keyboard mash rather than a word of a language written
 * in plain Latin letters. Words with other letters, and short ones, never do.
 */
export function isOddWord(lower: string): boolean {
  if (lower === '') return true;
  if (lower.length < SHORTEST) return false;
  let implausible = 0;
  let consonants = 0;
  let keyboard = 1;
  let same = 1;
  let hasVowel = false;
  let before = -1;
  for (let at = 0; at < lower.length; at += 1) {
    const letter = lower.charCodeAt(at) - A;
    if (letter < 0 || letter >= LETTERS) return false;
    const isVowel = VOWELS[letter] === 1;
    hasVowel ||= isVowel;
    consonants = isVowel ? 0 : consonants + 1;
    if (before !== -1) {
      const pair = before * LETTERS + letter;
      if (PLAUSIBLE[pair] === 0) implausible += 1;
      keyboard = KEYBOARD[pair] === 1 ? keyboard + 1 : 1;
      same = letter === before ? same + 1 : 1;
    }
    if (consonants > LONGEST_CONSONANT_RUN || keyboard >= LONGEST_KEYBOARD_RUN || same > LONGEST_LETTER_RUN) return true;
    before = letter;
  }
  return (!hasVowel && lower.length > SHORTEST) || implausible >= Math.max(FEWEST_ODD_PAIRS, ODD_SHARE * (lower.length - 1));
}

const VOWELS = Uint8Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => ('aeiouy'.includes(letter) ? 1 : 0));

function readFollowers(): Uint8Array {
  const table = new Uint8Array(LETTERS * LETTERS);
  for (const [first, followers] of FOLLOWERS.split(' ').entries()) {
    for (const second of followers) table[first * LETTERS + second.charCodeAt(0) - A] = 1;
  }
  return table;
}

function readKeyboard(): Uint8Array {
  const table = new Uint8Array(LETTERS * LETTERS);
  for (const row of ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']) {
    for (let at = 0; at + 1 < row.length; at += 1) {
      const [one, other] = [row.charCodeAt(at) - A, row.charCodeAt(at + 1) - A];
      table[one * LETTERS + other] = 1;
      table[other * LETTERS + one] = 1;
    }
  }
  return table;
}
