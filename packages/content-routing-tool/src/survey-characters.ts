/** What the characters of a text tell before its words are read. */
export interface CharacterSurvey {
  /** Letters A to Z, in either case. */
  readonly letters: number;
  readonly capitals: number;
  /** Marks that are not white space. */
  readonly visible: number;
  /** Brackets, braces, semicolons, equals signs and their like. */
  readonly codeMarks: number;
  /** Runs of three or more exclamation or question marks. */
  readonly shouts: number;
  readonly exclamations: number;
  /** Percent and currency signs. */
  readonly moneyMarks: number;
  /** Emoji and other characters beyond the basic plane. */
  readonly pictures: number;
  /** Lines that hold something. */
  readonly lines: number;
  /** Lines of fewer than 60 UTF-16 code units without a full stop, as verse has. */
  readonly verseLines: number;
  /** Lines that end as lines of code do. */
  readonly codeLines: number;
  /** Lines that open with a name and a colon. */
  readonly speakerLines: number;
}

const LONGEST_VERSE = 60;
const LONGEST_SPEAKER = 30;
const CODE_MARKS = '{}();=<>[]|&_\\`$/#';
const CODE_ENDINGS = '{};)>';
const END_MARKS = '.!?:';

/** Looks at every character once: counts each kind of ASCII character, and stops at those that mean more. */
export function surveyCharacters(text: string): CharacterSurvey {
  const counts = new Uint32Array(ASCII);
  const lines = { lines: 0, verseLines: 0, codeLines: 0 };
  let speakerLines = 0;
  let shouts = 0;
  let pictures = 0;
  let foreign = 0;
  let foreignMoney = 0;
  let lineStart = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= ASCII) {
      foreign += 1;
      if (unit >= 0xd8_00 && unit <= 0xdb_ff) pictures += 1;
      else if (unit === POUND || unit === EURO) foreignMoney += 1;
      continue;
    }
    counts[unit]! += 1;
    if (MEANS_MORE[unit] === 0) continue;
    if (unit === LINE_BREAK) {
      closeLine(lines, text, lineStart, at);
      lineStart = at + 1;
    } else if (unit === COLON) {
      if (at > lineStart && at - lineStart <= LONGEST_SPEAKER && text[at + 1] === ' ' && isCapital(text.charCodeAt(lineStart))) speakerLines += 1;
    } else if (isShout(text, at - 1) && isShout(text, at - 2) && !isShout(text, at - 3)) {
      shouts += 1;
    }
  }
  closeLine(lines, text, lineStart, text.length);
  return {
    ...lines,
    letters: sumOf(counts, LETTERS),
    capitals: sumOf(counts, CAPITALS),
    visible: counts.subarray(SPACE + 1).reduce((sum, count) => sum + count, foreign),
    codeMarks: sumOf(counts, CODE_MARKS),
    shouts,
    exclamations: sumOf(counts, '!'),
    moneyMarks: sumOf(counts, '%$') + foreignMoney,
    pictures,
    speakerLines,
  };
}

function closeLine(survey: { lines: number; verseLines: number; codeLines: number }, text: string, start: number, end: number): void {
  let last = end - 1;
  while (last >= start && text.charCodeAt(last) <= SPACE) last -= 1;
  if (last < start) return;
  survey.lines += 1;
  const mark = text[last]!;
  if (last - start < LONGEST_VERSE && !END_MARKS.includes(mark)) survey.verseLines += 1;
  if (CODE_ENDINGS.includes(mark)) survey.codeLines += 1;
}

function sumOf(counts: Uint32Array, marks: string): number {
  let sum = 0;
  for (let at = 0; at < marks.length; at += 1) sum += counts[marks.charCodeAt(at)]!;
  return sum;
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function isShout(text: string, at: number): boolean {
  return text[at] === '!' || text[at] === '?';
}

const ASCII = 128;
const LINE_BREAK = 10;
const SPACE = 32;
const COLON = 58;
const POUND = 0xa3;
const EURO = 0x20_ac;
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LETTERS = CAPITALS + CAPITALS.toLowerCase();

/** Line breaks, colons and what shouts are made of. */
const MEANS_MORE = Uint8Array.from({ length: ASCII }, (_, unit) => ('\n:!?'.includes(String.fromCharCode(unit)) ? 1 : 0));
