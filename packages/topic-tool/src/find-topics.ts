import type { Language, TextDocument } from '@discord-intelligence/analysis-tool';
import type { KeyTopics } from '@discord-intelligence/response-models';

import { countPhrases } from './count-phrases.js';
import { describeTopics } from './describe-topics.js';
import { rankTopics } from './rank-topics.js';
import { readTerms } from './read-terms.js';
import type { WordBook } from './word-book.js';
import { KIND } from './word-kind.js';

/** Finds the topics of a document, the most relevant first. */
export function findTopics(document: TextDocument, language: Language, book: WordBook): KeyTopics {
  const isForeign = isInForeignLanguage(document, language, book);
  const table = readTerms(document, book, { shortestTopic: isForeign ? SHORTEST_FOREIGN_TOPIC : 0 });
  const topics = rankTopics(countPhrases(table, document.sentences), table, document.sentences.length);
  return describeTopics(topics, table, document, isForeign ? FOREIGN : 1);
}

/** Confidence of the language detector, and number of words, from which on it is believed; short English text deceives it. */
const SURE_LANGUAGE = 0.3;
const ENOUGH_WORDS = 4;
/** How many words are looked at, and the share of English words of grammar below which the text is not English. */
const SAMPLE_WORDS = 200;
const ENGLISH_SHARE = 0.2;

function isInForeignLanguage({ words }: TextDocument, { code, confidence }: Language, book: WordBook): boolean {
  if (code === 'en' || code === 'und' || words.length < ENOUGH_WORDS) return false;
  if (confidence >= SURE_LANGUAGE) return true;
  const sample = words.slice(0, SAMPLE_WORDS);
  return sample.filter(({ lower }) => book.look(lower).kind === KIND.stop).length < ENGLISH_SHARE * sample.length;
}

/** What is left of the relevance in a text of another language, where names and long words are all there is to go by. */
const FOREIGN = 0.5;
/** Shorter words are mostly those of grammar, in most languages with an alphabet. */
const SHORTEST_FOREIGN_TOPIC = 6;
