/** What one speaker says before another begins. Offsets are UTF-16 code units of the whole text. */
export interface SpeakerTurn {
  /** The name before the colon; undefined where none is given. */
  readonly speaker: string | undefined;
  /** Where the words begin, after the name. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The same words with the speaker's further labels blanked out: as long as the passage from `start` to `end`. */
  readonly words: string;
}

/** Where a turn may begin: the label and what comes after it. */
interface Mark {
  readonly from: number;
  readonly to: number;
  readonly speaker: string | undefined;
}

/** A label is looked for in so many UTF-16 code units of a line. */
const LABEL_ROOM = 72;

/** A time, such as [00:01:02.500], which transcripts put before a line. */
const TIME = String.raw`(?:[[(]?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?[\])]?[ \t]{1,4})?`;
/** One to four words that begin like a name, with a role in brackets at most: “Anna”, “SPEAKER 2”, “Dr. Ortiz (mayor)”. */
const NAME = String.raw`(\p{Lu}[\p{L}\p{N}.'’-]{0,24}(?: [\p{Lu}\p{N}][\p{L}\p{N}.'’-]{0,24}){0,3})(?: \([^()\n]{1,24}\))?`;
const NAMED = new RegExp(String.raw`^[ \t]{0,8}${TIME}(?:>>+[ \t]{0,3})?(?:\*\*)?${NAME}(?:\*\*)?:(?:\*\*)?(?:[ \t]+|\r?$)`, 'u');
/** WebVTT's voice tag. */
const VOICE = /^[ \t]{0,8}<v(?:\.[a-z.]{1,20})? ([^<>\n]{1,40})>/u;
/** The next speaker, whoever it is, as closed captions mark it. */
const CAPTION = /^[ \t]{0,8}>>+[ \t]{0,3}/;

/** Headings of notes that look like names. */
const NO_NAMES = new Set(
  'note notes warning tip summary update edit ps tldr pros cons example examples source sources title date subject from to cc re fwd conclusion introduction background abstract keywords reason reasons fact facts claim myth step option problem solution topic goal goals'.split(' '),
);

/**
 * Cuts a transcript into the turns of its speakers: lines that begin with a name
 * and a colon, with `>>`, or with `<v Name>`; what follows without such a mark
 * belongs to the same turn, and so does a line with the same name again. Gives
 * nothing for a text that is no transcript. Takes time linear in the text.
 */
export function findSpeakerTurns(text: string): SpeakerTurn[] {
  const marks = findMarks(text);
  if (!isTranscript(text, marks)) return [];
  const turns: SpeakerTurn[] = [];
  const add = (speaker: string | undefined, start: number, end: number, blanks: readonly Mark[]): void => {
    const pieces: string[] = [];
    let from = start;
    for (const blank of blanks) {
      pieces.push(text.slice(from, blank.from), ' '.repeat(blank.to - blank.from));
      from = blank.to;
    }
    const words = pieces.join('') + text.slice(from, end);
    if (words.trim() !== '') turns.push({ speaker, start, end, words });
  };
  add(undefined, 0, marks[0]!.from, []);
  for (let at = 0; at < marks.length; ) {
    const { speaker, to } = marks[at]!;
    let next = at + 1;
    while (speaker !== undefined && marks[next]?.speaker === speaker) next += 1;
    add(speaker, to, marks[next]?.from ?? text.length, marks.slice(at + 1, next));
    at = next;
  }
  return turns;
}

function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let hasQuotes = false;
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const line = text.slice(start, Math.min(end, start + LABEL_ROOM));
    const named = (line.includes(':') ? NAMED.exec(line) : null) ?? (line.includes('<v') ? VOICE.exec(line) : null);
    if (named) marks.push({ from: start, to: start + named[0].length, speaker: named[1]!.trim() });
    else {
      const caption = CAPTION.exec(line);
      if (caption) marks.push({ from: start, to: start + caption[0].length, speaker: undefined });
    }
    // An answer in a forum or a letter quotes with the same sign.
    hasQuotes ||= /^[ \t]{0,8}>(?!>)/.test(line);
    start = end + 1;
  }
  return hasQuotes ? marks.filter(({ speaker }) => speaker !== undefined) : marks;
}

/** Captions say so; names must come again, or fill the text, and be of at least two speakers. */
function isTranscript(text: string, marks: readonly Mark[]): boolean {
  if (marks.length < 2) return false;
  const names = marks.flatMap(({ speaker }) => speaker ?? []);
  if (names.length < marks.length) return true;
  const known = new Set(names);
  if (known.size < 2 || names.some((name) => NO_NAMES.has(name.toLowerCase()))) return false;
  if (known.size < names.length) return true;
  return text.split('\n').filter((line) => line.trim() !== '').length === marks.length;
}
