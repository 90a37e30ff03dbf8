import type { Sentence, TextDocument, Word } from '@discord-intelligence/analysis-tool';

import type { Entry, Lexicon, Phrase } from './lexicon/build-lexicon.js';
import { BOOST } from './lexicon/modifiers.js';
import { isShouted, lookUpSqueezed } from './read-emphasis.js';
import { isPlainGap, readGap } from './read-gap.js';
import { addFeeling, addGap, startSentence, type Tally } from './tally.js';

/** How many content words a negation reaches over; three as in VADER. */
const NEGATION_REACH = 3;
/** The same after a verb of opinion: "I don't think (that) …". */
const OPINION_REACH = 8;
/** Over how many words an intensifier works, and what is left of it with each word between. */
const BOOST_REACH = 3;
const BOOST_DECAY = 0.93;
/** What capitals among small letters add to a rating (Hutto & Gilbert 2014, section 3.3). */
const SHOUT = 0.733;
/** Factors before and after "but" (Hutto & Gilbert 2014, section 3.3). */
const BEFORE_CONTRAST = 0.5;
const AFTER_CONTRAST = 1.5;
/** Factor of what is granted with "although" or supposed with "if". */
const CONCEDED = 0.5;
/** What an exclamation mark adds, up to four of them, and a question mark if there is more than one (VADER's constants). */
const EXCLAMATION = 0.292;
const MOST_EXCLAMATIONS = 4;
const QUESTION = 0.18;
const MOST_QUESTIONS = 0.96;

/** Scores one sentence of a document into the tally, by the rules of VADER and a few more, in one pass over its words. */
export function scoreSentence(document: TextDocument, sentence: Sentence, lexicon: Lexicon, tally: Tally): void {
  const { text, words } = document;
  startSentence(tally);
  // Marks before the first word of a text have no other sentence to belong to.
  if (sentence.firstWord === 0) addGap(tally, readGap(text, 0, words[0]!.start, lexicon));
  for (let at = sentence.firstWord; at < sentence.endWord; at += 1) {
    const word = words[at]!;
    const entry = lexicon.words.get(word.lower);
    if (entry === undefined) {
      tally.unlisted += 1;
      scoreUnlisted(text, word, lexicon, tally);
      if (tally.negationReach > 0) tally.negationReach -= 1;
    } else {
      const phrase = entry.phrases && phraseAt(entry.phrases, words, at, sentence);
      if (phrase === undefined) {
        scoreListed(document, sentence, at, entry, lexicon, tally);
      } else {
        at += phrase.rest.length + 1;
        if (phrase.valence !== 0) addFeeling(tally, phrase.valence, phrase.emotion);
        if (phrase.isNegator) tally.negationReach = NEGATION_REACH;
      }
    }
    if (tally.boostReach > 0) {
      tally.boostReach -= 1;
      tally.boost = tally.boostReach === 0 ? 0 : tally.boost * BOOST_DECAY;
    }
    const { end } = words[at]!;
    const nextStart = at + 1 < words.length ? words[at + 1]!.start : text.length;
    if (!isPlainGap(text, end, nextStart)) addGap(tally, readGap(text, end, nextStart, lexicon));
  }
  const emphasis =
    EXCLAMATION * Math.min(tally.exclamations, MOST_EXCLAMATIONS) +
    (tally.questions > 1 ? Math.min(QUESTION * tally.questions, MOST_QUESTIONS) : 0);
  tally.sum += Math.sign(tally.sum) * emphasis;
  tally.strength += emphasis;
}

/** A word of no list may still be a number, or a feeling word with a stretched letter. */
function scoreUnlisted(text: string, word: Word, lexicon: Lexicon, tally: Tally): void {
  const unit = text.charCodeAt(word.start);
  if (unit >= 0x30 && unit <= 0x39) {
    tally.facts += 1;
    return;
  }
  const entry = lookUpSqueezed(word.lower, lexicon);
  if (entry === undefined) return;
  tally.boost += BOOST + entry.boost;
  if (entry.boost !== 0) tally.boostReach = BOOST_REACH + 1;
  else addFeeling(tally, entry.valence, entry.emotion);
}

function scoreListed(document: TextDocument, sentence: Sentence, at: number, entry: Entry, lexicon: Lexicon, tally: Tally): void {
  const { text, words } = document;
  const word = words[at]!;
  if (entry.isOpinion) tally.opinions += 1;
  if (entry.isFact) tally.facts += 1;
  if (entry.isContrast && at > sentence.firstWord) {
    tally.sum *= BEFORE_CONTRAST;
    tally.contrast = AFTER_CONTRAST;
    tally.negationReach = 0;
  }
  if (entry.isConcession) tally.concession = CONCEDED;
  if (entry.boost !== 0 && (!entry.isFeelingIntensifier || isBeforeFeeling(words, at, sentence, lexicon))) {
    tally.boost += entry.boost + (isShouted(text, word, sentence, words) ? Math.sign(entry.boost) * SHOUT : 0);
    tally.boostReach = BOOST_REACH + 1;
  } else if ((entry.valence !== 0 || entry.emotion !== null) && (entry.onlyAfter === undefined || (at > 0 && entry.onlyAfter.has(words[at - 1]!.lower)))) {
    if (isShouted(text, word, sentence, words)) tally.boost += SHOUT;
    addFeeling(tally, entry.valence, entry.emotion);
  }
  // "Isn't it lovely?" asks for a yes.
  if (entry.isNegator && !(at === sentence.firstWord && sentence.isQuestion)) {
    // "can't not", "not without": the second takes back the first.
    const takesBack = tally.negationReach > 0 && (word.lower === 'not' || word.lower === 'without');
    tally.negationReach = takesBack ? 0 : NEGATION_REACH;
  } else if (tally.negationReach > 0) {
    if (entry.isOpinionVerb) tally.negationReach = OPINION_REACH;
    else if (!entry.isPassable && entry.boost === 0) tally.negationReach -= 1;
  }
}

/** Whether the word after an intensifier has a feeling to intensify, or passes the intensity on ("damn well good"). */
function isBeforeFeeling(words: readonly Word[], at: number, sentence: Sentence, lexicon: Lexicon): boolean {
  if (at + 1 >= sentence.endWord) return false;
  const entry = lexicon.words.get(words[at + 1]!.lower);
  return entry !== undefined && (entry.valence !== 0 || entry.boost !== 0);
}

/** The longest of the phrases whose words stand at a place of the sentence. */
function phraseAt(phrases: NonNullable<Entry['phrases']>, words: readonly Word[], at: number, sentence: Sentence): Phrase | undefined {
  if (at + 1 >= sentence.endWord) return undefined;
  return phrases.get(words[at + 1]!.lower)?.find(
    ({ rest }) => at + 1 + rest.length < sentence.endWord && rest.every((word, index) => words[at + 2 + index]!.lower === word),
  );
}
