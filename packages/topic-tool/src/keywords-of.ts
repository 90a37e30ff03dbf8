import type { TextDocument } from '@discord-intelligence/analysis-tool';

import type { Phrase } from './count-phrases.js';
import type { Sighting } from './describe-topics.js';
import { JOINER, type TermTable } from './read-terms.js';
import { KIND } from './word-kind.js';

/** Most keywords of a topic; the model allows 20, but ten are what a reader takes in. */
const MOST_KEYWORDS = 10;
/** In how many sentences of a topic company is looked for. */
const MOST_SENTENCES = 60;
/** The words of the phrase, then those that stand in its sentences more than once, the steadiest company first. */
export function keywordsOf(phrase: Phrase, seen: readonly Sighting[], table: TermTable, document: TextDocument): string[] {
  const { terms, termOf, kindOf } = table;
  const own = new Set<number>();
  for (let at = phrase.firstAt; at < phrase.firstAt + phrase.length; at += 1) {
    const isWord = kindOf[at]! >= KIND.qualifier && kindOf[at] !== JOINER;
    if (isWord && terms[termOf[at]!]!.lower.length > 1) own.add(termOf[at]!);
  }
  const company = seen.length > 1 ? companyOf(seen, table, document) : NO_COMPANY;
  const steady = [...company]
    .filter(([term, { times }]) => times > 1 && !own.has(term))
    // Company that is kept with everything tells less: the times are held against how common the word is.
    .map(([term, { times }]) => ({ term, worth: times / Math.sqrt(terms[term]!.sentences) }))
    .sort((one, other) => other.worth - one.worth || terms[one.term]!.firstAt - terms[other.term]!.firstAt);
  return [...own, ...steady.map(({ term }) => term)].slice(0, MOST_KEYWORDS).map((term) => terms[term]!.lower);
}

interface Company {
  /** In how many of the sentences. */
  times: number;
  lastSentence: number;
}

const NO_COMPANY: ReadonlyMap<number, Company> = new Map();

/** The topical words of the sentences in which a phrase was seen. */
function companyOf(seen: readonly Sighting[], { termOf, kindOf }: TermTable, { sentences }: TextDocument): ReadonlyMap<number, Company> {
  const company = new Map<number, Company>();
  let previous = -1;
  for (const { sentence } of seen.slice(0, MOST_SENTENCES)) {
    if (sentence === previous) continue;
    previous = sentence;
    const { firstWord, endWord } = sentences[sentence]!;
    for (let at = firstWord; at < endWord; at += 1) {
      if (kindOf[at] !== KIND.topical) continue;
      const met = company.get(termOf[at]!);
      if (met === undefined) company.set(termOf[at]!, { times: 1, lastSentence: sentence });
      else if (met.lastSentence !== sentence) {
        met.times += 1;
        met.lastSentence = sentence;
      }
    }
  }
  return company;
}
