import type { PhraseIndex, Sentence, TextDocument, Word } from '@discord-intelligence/analysis-tool';

import { isAttribution, isNegated, sourceOf } from './attribution.js';
import type { Cue, StandpointCue } from './cue.js';
import type { Camp } from './lexicon/reporting.js';
import type { SlantKind } from './lexicon/slant.js';
import type { Standpoint } from './lexicon/standpoint-lexicon.js';
import { createQuotationReader, type QuotationReader } from './quotation.js';
import { type CueFinding, MOST_SOURCES, type Passage, type SlantFinding, type Wording } from './wording.js';

/** Words in a unit of text, where sentences run on. */
const WORDS_PER_UNIT = 20;
/** Examples kept of each kind of slant. */
const MOST_EXAMPLES = 5;
/** A phrase spread over more UTF-16 code units than this is words that happen to follow each other. */
const LONGEST_PHRASE = 80;

/** One phrase found in the sentence at hand. Objects are used again for the next sentence. */
interface Hit {
  cue: Cue;
  first: number;
  end: number;
}

/** Reads the wording of a text in one pass. */
export function readWording(document: TextDocument, index: PhraseIndex<Cue>): Wording {
  const { text, words, sentences } = document;
  const isQuoted = createQuotationReader(text);
  const tally = createTally();
  const hits: Hit[] = [];
  let length = 0;
  const collect = (cue: Cue, first: number, end: number): void => {
    if (end - first > 1 && words[end - 1]!.end - words[first]!.start > LONGEST_PHRASE) return;
    const hit = hits[length];
    if (hit === undefined) hits.push({ cue, first, end });
    else Object.assign(hit, { cue, first, end });
    length += 1;
  };

  for (let at = 0; at < sentences.length; at += 1) {
    const sentence = sentences[at]!;
    length = 0;
    index.find(words, sentence.firstWord, sentence.endWord, collect);
    readSentence(tally, { words, sentence, at, isQuoted, hits, length, hasFigure: hasFigure(words, sentence) });
    if (text[sentence.end - 1] === '!') tally.exclamations += 1;
  }

  return {
    ...tally,
    document,
    units: Math.max(1, sentences.length, words.length / WORDS_PER_UNIT),
    findings: [...tally.findings.values()],
    sources: tally.sources.size,
  };
}

interface Tally {
  readonly findings: Map<number, CueFinding>;
  readonly sentencesOf: Map<Standpoint, number>;
  /** The last sentence that showed each standpoint, so that it counts once. */
  readonly lastShown: Map<Standpoint, number>;
  readonly slant: Map<SlantKind, SlantFinding>;
  readonly sources: Set<string>;
  readonly camps: Record<Camp, number>;
  exclamations: number;
  contrasts: number;
  attributions: number;
  sourcedSentences: number;
  firstAttribution: number;
  publicAffairs: number;
}

function createTally(): Tally {
  return {
    findings: new Map(),
    sentencesOf: new Map(),
    lastShown: new Map(),
    slant: new Map(),
    sources: new Set(),
    camps: { for: 0, against: 0, left: 0, right: 0 },
    exclamations: 0,
    contrasts: 0,
    attributions: 0,
    sourcedSentences: 0,
    firstAttribution: -1,
    publicAffairs: 0,
  };
}

interface SentenceHits {
  readonly words: readonly Word[];
  readonly sentence: Sentence;
  /** Index of the sentence. */
  readonly at: number;
  readonly isQuoted: QuotationReader;
  readonly hits: readonly Hit[];
  /** How many of the hits belong to this sentence. */
  readonly length: number;
  readonly hasFigure: boolean;
}

/** Reads a sentence clause by clause, because "but" hands the word to somebody else. */
function readSentence(tally: Tally, context: SentenceHits): void {
  const { hits, length, at } = context;
  const attributionsBefore = tally.attributions;
  for (let from = 0; from < length;) {
    let to = from;
    while (to < length && (to === from || hits[to]!.cue.kind !== 'turn')) to += 1;
    readClause(tally, context, from, to);
    from = to;
  }
  const isAttributed = tally.attributions > attributionsBefore;
  if (isAttributed && tally.firstAttribution === -1) tally.firstAttribution = at;
  if (isAttributed || context.hasFigure) tally.sourcedSentences += 1;
}

function readClause(tally: Tally, context: SentenceHits, from: number, to: number): void {
  const { words, sentence, at, isQuoted, hits } = context;
  let isAttributed = false;
  for (let index = from; index < to; index += 1) {
    const { cue, first, end } = hits[index]!;
    if (!isAttribution(cue.kind, words, first, sentence.firstWord)) continue;
    isAttributed = true;
    tally.attributions += 1;
    const source = sourceOf(cue.kind, words, first, end, sentence);
    if (source !== undefined && tally.sources.size < MOST_SOURCES) tally.sources.add(source);
  }
  for (let index = from; index < to; index += 1) {
    const { cue, first, end } = hits[index]!;
    const { start } = words[first]!;
    switch (cue.kind) {
      case 'standpoint':
        if (!isNegated(words, first, sentence.firstWord)) noteStandpoint(tally, cue, passageOf(words, first, end, at), isAttributed || isQuoted(start));
        break;
      case 'slant':
        if (!isAttributed && (cue.slant !== 'rhetorical question' || sentence.isQuestion) && !isQuoted(start)) {
          noteSlant(tally, cue.slant, passageOf(words, first, end, at));
        }
        break;
      case 'camp':
        if (isAttributed) tally.camps[cue.camp] += 1;
        break;
      case 'turn':
      case 'contrast':
        tally.contrasts += 1;
        break;
      case 'public-affairs':
        tally.publicAffairs += 1;
        break;
      case 'attribution':
      case 'attribution-base-form':
      case 'source-opening':
        break;
      default:
        cue satisfies never;
    }
  }
}

function passageOf(words: readonly Word[], first: number, end: number, sentence: number): Passage {
  return { start: words[first]!.start, end: words[end - 1]!.end, sentence };
}

function noteStandpoint(tally: Tally, cue: StandpointCue, passage: Passage, isReported: boolean): void {
  let finding = tally.findings.get(cue.id);
  if (finding === undefined) {
    finding = { cue, first: passage, own: 0, reported: 0 };
    tally.findings.set(cue.id, finding);
  }
  if (isReported) {
    finding.reported += 1;
    return;
  }
  if (finding.own === 0) finding.first = passage;
  finding.own += 1;
  if (tally.lastShown.get(cue.standpoint) === passage.sentence) return;
  tally.lastShown.set(cue.standpoint, passage.sentence);
  tally.sentencesOf.set(cue.standpoint, (tally.sentencesOf.get(cue.standpoint) ?? 0) + 1);
}

function noteSlant(tally: Tally, kind: SlantKind, passage: Passage): void {
  let finding = tally.slant.get(kind);
  if (finding === undefined) {
    finding = { count: 0, examples: [] };
    tally.slant.set(kind, finding);
  }
  finding.count += 1;
  if (finding.examples.length < MOST_EXAMPLES) finding.examples.push(passage);
}

const ZERO = 48;
const NINE = 57;

/** Whether a word of the sentence starts with a digit. */
function hasFigure(words: readonly Word[], { firstWord, endWord }: Sentence): boolean {
  for (let at = firstWord; at < endWord; at += 1) {
    const unit = words[at]!.lower.charCodeAt(0);
    if (unit >= ZERO && unit <= NINE) return true;
  }
  return false;
}
