import type { TextDocument } from '@discord-intelligence/analysis-tool';
import type { KeyTopic } from '@discord-intelligence/response-models';

import { contextOf } from './context-of.js';
import type { Phrase } from './count-phrases.js';
import { fold } from './fold-space.js';
import { keywordsOf } from './keywords-of.js';
import type { RankedTopic } from './rank-topics.js';
import type { TermTable } from './read-terms.js';

/** A place where a phrase stands. */
export interface Sighting {
  /** Index of its first word. */
  readonly at: number;
  /** Index of its sentence. */
  readonly sentence: number;
}

/**
 * Writes out topics: as the text has them, with the words that keep them company and the sentence that shows them best.
 * The relevance is scaled by `trust`, 0 to 1.
 */
export function describeTopics(topics: readonly RankedTopic[], table: TermTable, document: TextDocument, trust: number): KeyTopic[] {
  const best = topics[0];
  if (best === undefined) return [];
  const top = trust * topRelevance(best.phrase, document.sentences.length);
  const sightings = findSightings(topics, table, document);
  return topics.map(({ phrase, score }, index) => {
    const seen = sightings[index]!;
    const topic = commonForm(phrase, seen, document);
    const keywords = keywordsOf(phrase, seen, table, document);
    return {
      topic,
      relevance: Math.round((top * score * 100) / best.score) / 100,
      // The letters of "U.S." are no keywords.
      keywords: keywords.length > 0 ? keywords : [topic.toLowerCase()],
      context: contextOf(phrase, seen, table, document),
    };
  });
}

/** What part of the best topic's relevance is certain; the rest it earns by how much of the text speaks of it. */
const CERTAIN_RELEVANCE = 0.6;
/** Share of sentences that speak of a topic which the whole text is about. */
const FULL_COVERAGE = 0.25;

function topRelevance(phrase: Phrase, sentences: number): number {
  return CERTAIN_RELEVANCE + (1 - CERTAIN_RELEVANCE) * Math.min(1, phrase.sentences / sentences / FULL_COVERAGE);
}

function findSightings(topics: readonly RankedTopic[], { termOf }: TermTable, { sentences }: TextDocument): Sighting[][] {
  const byFirstTerm = new Map<number, number[]>();
  topics.forEach(({ phrase }, index) => {
    const first = termOf[phrase.firstAt]!;
    byFirstTerm.set(first, [...(byFirstTerm.get(first) ?? []), index]);
  });
  const sightings = topics.map((): Sighting[] => []);
  sentences.forEach(({ firstWord, endWord }, sentence) => {
    for (let at = firstWord; at < endWord; at += 1) {
      for (const index of byFirstTerm.get(termOf[at]!) ?? NONE) {
        const { phrase } = topics[index]!;
        let same = 1;
        while (same < phrase.length && at + same < endWord && termOf[at + same] === termOf[phrase.firstAt + same]) same += 1;
        if (same === phrase.length) sightings[index]!.push({ at, sentence });
      }
    }
  });
  return sightings;
}

const NONE: readonly number[] = [];

/** The form in which the text has a phrase most often, white space folded; the earliest of equals. */
function commonForm(phrase: Phrase, seen: readonly Sighting[], { text, words }: TextDocument): string {
  const forms = new Map<string, number>();
  for (const { at } of seen) {
    const last = words[at + phrase.length - 1]!;
    const end = last.lower.endsWith("'s") ? last.end - 2 : last.end;
    // "U.S." is cut after its full stop, "vitamin C." before it.
    const stop = text[end] === '.' && last.end - last.start === 1 && text[last.start - 1] === '.' ? end + 1 : end;
    const form = fold(text.slice(words[at]!.start, stop));
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  let common = '';
  for (const [form, count] of forms) if (count > (forms.get(common) ?? 0)) common = form;
  return common;
}
