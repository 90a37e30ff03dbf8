import type { Sentence, TextDocument } from '@discord-intelligence/analysis-tool';

/** A quotation of fewer words than this names a phrase; a longer one lets somebody speak. */
const SPOKEN_WORDS = 8;

/**
 * Whether a sentence mentions words in quotation marks instead of using them, as
 * in: the whole "it could be worse" line. A sentence that is all quotation uses them.
 */
export function isMentioned(document: TextDocument, sentence: Sentence, firstWord: number, endWord: number): boolean {
  const { text, words } = document;
  const before = text.slice(sentence.start, words[firstWord]!.start);
  const after = text.slice(words[endWord - 1]!.end, sentence.end);
  const opening = before.lastIndexOf('“') > before.lastIndexOf('”') ? before.lastIndexOf('“') : openStraightMark(before);
  const closing = after.search(/["”]/);
  if (opening === -1 || closing === -1) return false;
  const start = sentence.start + opening;
  const end = words[endWord - 1]!.end + closing;
  let quoted = 0;
  for (let at = sentence.firstWord; at < sentence.endWord; at += 1) {
    if (words[at]!.start > start && words[at]!.end <= end) quoted += 1;
  }
  return quoted < SPOKEN_WORDS && quoted < sentence.endWord - sentence.firstWord;
}

/** Offset of a straight quotation mark that is not closed again; -1 when there is none. */
function openStraightMark(before: string): number {
  const marks = before.split('"').length - 1;
  return marks % 2 === 1 ? before.lastIndexOf('"') : -1;
}
