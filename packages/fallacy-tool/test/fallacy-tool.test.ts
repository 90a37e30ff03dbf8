import { type CompletedResult, createTextDocument, isCompleted } from '@discord-intelligence/analysis-tool';
import { type FallacyAnalysisResult, FallacyAnalysisResult as ResultModel, FALLACY_TYPES } from '@discord-intelligence/response-models';
import { createRandom } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { createCueDetector, createFallacyTool, toFlatResult } from '../src/index.js';
import { FALLACIOUS, SOUND } from './data/conversation.js';
import { EXAMPLES } from './data/examples.js';

const tool = createFallacyTool();

async function analyze(text: string): Promise<CompletedResult<FallacyAnalysisResult>> {
  const outcome = await tool.analyze(text);
  if (!isCompleted(outcome)) throw new Error(`expected a result, got ${outcome.status}`);
  return outcome;
}

const namesIn = async (text: string): Promise<string[]> => (await analyze(text)).result.fallacies.map(({ fallacy_type }) => fallacy_type);

describe.each(Object.entries(EXAMPLES))('%s', (type, { commits, sound }) => {
  it.each(commits)('is found in: %s', async (text) => {
    expect(await namesIn(text)).toContain(type);
  });

  it.each(sound)('and nothing else is found in: %s', async (text) => {
    expect(await namesIn(text)).toEqual([]);
  });
});

describe('everyday speech', () => {
  it.each(FALLACIOUS)('commits %s: %s', async (type, text) => {
    expect(await namesIn(text)).toContain(type);
  });

  it.each(SOUND)('commits nothing: %s', async (text) => {
    expect(await namesIn(text)).toEqual([]);
  });
});

describe('what the replaced system missed or raised wrongly', () => {
  it.each([
    ['Either we cut taxes or the economy collapses', 'false_dilemma'],
    ['My opponent is a crook, so his tax plan must be wrong', 'ad_hominem'],
    ['Everyone is buying this phone, so it must be the best', 'appeal_to_popularity'],
    ['I had breakfast and then it rained, so my breakfast caused the rain', 'false_causality'],
    ['Everyone believes this so it must be true', 'appeal_to_popularity'],
    ["You're wrong because you're stupid", 'ad_hominem'],
    ['If we allow this, next thing you know the world will end', 'slippery_slope'],
    ['You are either with us or against us', 'false_dilemma'],
    ['It is true because I said so', 'circular_reasoning'],
  ])('finds: %s', async (text, type) => {
    expect(await namesIn(text)).toContain(type);
    expect(await namesIn(text.toLowerCase())).toContain(type);
  });

  it.each([
    'Most people in the survey (62%) answered yes',
    "You don't know what you've got till it's gone",
    'All squares are rectangles',
    'How can you make a good pizza at home?',
    'As it turned out, the missing key was not a red herring',
    'A straw man argument misrepresents what the opponent said',
    'The farmer put a straw man in the field',
    'Correlation does not imply causation',
    'Just because everyone buys it does not mean it is the best',
  ])('stays silent on: %s', async (text) => {
    expect(await namesIn(text)).toEqual([]);
  });

  it('stays silent on a phrase that is mentioned in quotation marks', async () => {
    expect(await namesIn('I never liked the whole "it could be worse" line.')).toEqual([]);
    expect(await namesIn('“Either we cut taxes or the economy collapses,” she told the crowd.')).toEqual(['false_dilemma']);
  });
});

describe('a finding', () => {
  const text = 'The council met on Monday.\nEveryone is buying this phone 📱, so it must be the best!\n\nEither we cut taxes or the economy collapses.';

  it('quotes the text exactly, at the span it names, in UTF-16 code units', async () => {
    const { fallacies } = (await analyze(text)).result;
    expect(fallacies.map(({ quote }) => quote)).toEqual([
      'Everyone is buying this phone 📱, so it must be the best!',
      'Either we cut taxes or the economy collapses.',
    ]);
    for (const { quote, span } of fallacies) expect(text.slice(span?.start, span?.end)).toBe(quote);
  });

  it('names its line and explains itself by the words that gave it away', async () => {
    const [first, second] = (await analyze(text)).result.fallacies;
    expect([first?.line_number, second?.line_number]).toEqual([2, 4]);
    expect(first?.explanation).toContain('“Everyone is buying this phone 📱, so it must');
  });

  it('stays within the quote limit when its sentence is longer', async () => {
    const long = `Everyone ${'x'.repeat(600)} says ${'y'.repeat(600)} so it must be true`;
    for (const { quote, span } of (await analyze(long)).result.fallacies) {
      expect(quote.length).toBeLessThanOrEqual(1000);
      expect(long.slice(span?.start, span?.end)).toBe(quote);
    }
  });
});

describe('a finding in letters of two code units', () => {
  it.each(['Everyone', 'Everybody'])('is cut between them, in quote and explanation: %s', async (first) => {
    const text = `${first} ${'𝒶'.repeat(600)} says so it must be true`;
    const { fallacies } = (await analyze(text)).result;
    expect(fallacies).not.toEqual([]);
    for (const { quote, span, explanation } of fallacies) {
      expect(text.slice(span?.start, span?.end)).toBe(quote);
      expect(quote.length).toBeLessThanOrEqual(1000);
      expect(`${quote}\n${explanation}`).not.toMatch(/\p{Surrogate}/u);
    }
  });
});

describe('the whole', () => {
  it('says of a text without findings that patterns prove nothing', async () => {
    const { result, analysis_method, attempts, limitations } = await analyze('The bus leaves at nine and arrives at ten.');
    expect(result.fallacies).toEqual([]);
    expect(result.credibility_score).toBe(0.85);
    expect(result.overall_quality).toBe('good');
    expect(result.summary).toContain('no proof of sound reasoning');
    expect({ analysis_method, attempts }).toEqual({ analysis_method: 'pattern_matching', attempts: 0 });
    expect(limitations).toHaveLength(2);
  });

  it('gives less credit the denser the fallacies are', async () => {
    const clean = 'The bus leaves at nine. '.repeat(20);
    const fallacy = 'Everyone is buying this phone, so it must be the best. ';
    const scores = await Promise.all([clean, clean + fallacy, clean + fallacy.repeat(5), fallacy.repeat(5)].map(async (text) => (await analyze(text)).result.credibility_score));
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(new Set(scores).size).toBe(4);
  });

  it('lists the fifty likeliest of very many, in the order of the text, and says how many there are', async () => {
    const { result } = await analyze('Everyone is buying this phone, so it must be the best. '.repeat(120));
    expect(result.fallacies).toHaveLength(50);
    expect(result.credibility_score).toBeLessThanOrEqual(0.5);
    expect(result.summary).toContain('120 passages in 120 sentences');
    const starts = result.fallacies.map(({ span }) => span?.start ?? -1);
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
  });

  it('says so when the text is not English', async () => {
    const { limitations } = await analyze('Das ist ein sehr schönes Haus und ich mag es wirklich.');
    expect(limitations.some((limitation) => limitation.includes('German'))).toBe(true);
  });

  it('skips an empty text', async () => {
    expect(await tool.analyze(' \n ')).toEqual({ status: 'skipped', reason: 'empty text' });
  });
});

describe('the flat form', () => {
  it('has each fallacy once, with its highest confidence', async () => {
    const outcome = await tool.analyze('This is a slippery slope. Where will it end? Everyone says so, so it must be true.');
    const flat = toFlatResult(outcome);
    expect(flat.fallacies).toEqual([...new Set(flat.fallacies)]);
    expect(flat.count).toBe(flat.fallacies.length);
    expect(Object.keys(flat.confidence_scores)).toEqual(flat.fallacies);
    expect(Object.keys(flat.details)).toEqual(flat.fallacies);
    expect(flat.analysis_method).toBe('pattern_matching');
    for (const score of Object.values(flat.confidence_scores)) expect([0.3, 0.6, 0.8, 0.95]).toContain(score);
  });

  it('is empty for a text that was not analysed', async () => {
    expect(toFlatResult(await tool.analyze(''))).toEqual({ fallacies: [], count: 0, confidence_scores: {}, details: {}, analysis_method: null });
  });
});

describe('any text', () => {
  it('gives a valid result with exact quotes, whatever the words', async () => {
    const seed = 20_261_122;
    const random = createRandom(seed);
    const vocabulary = `${Object.values(EXAMPLES).flatMap(({ commits }) => commits).join(' ')} 😀 “ ” " \n \n\n ( ) \ud800 é ñ 漢字 ... ? ! , ; 100`.split(/ /);
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(random() * 120) }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ');
      const outcome = await tool.analyze(text);
      if (!isCompleted(outcome)) {
        expect({ seed, round, status: outcome.status }).toEqual({ seed, round, status: 'skipped' });
        continue;
      }
      expect(ResultModel.safeParse(outcome.result).success).toBe(true);
      for (const { quote, span } of outcome.result.fallacies) expect({ seed, round, quote: text.slice(span?.start, span?.end) }).toEqual({ seed, round, quote });
    }
  });

  it.each([
    ['one character a million times', 'a'.repeat(1_000_000)],
    ['a hundred thousand brackets', '('.repeat(100_000)],
    ['half a million words of one letter', 'a '.repeat(500_000)],
    ['a word that begins many patterns', 'you '.repeat(200_000)],
    ['the words of many patterns over and over', 'if everyone you so must because either or '.repeat(20_000)],
    ['astral characters', '𝒶𝒷 '.repeat(100_000)],
    ['lone surrogates', '\ud800 '.repeat(100_000)],
    ['quotation marks', '" '.repeat(100_000)],
  ])('is analysed to the end: %s', async (_name, text) => {
    const outcome = await tool.analyze(text);
    expect(['success', 'skipped']).toContain(outcome.status);
  });
});

describe('the detector', () => {
  it('knows the types that wording can show and leaves the others to a language model', () => {
    const beyondWording = ['ambiguity', 'appeal_to_emotion', 'formal_fallacy', 'non_sequitur', 'intentional', 'other'];
    expect(FALLACY_TYPES.filter((type) => !(type in EXAMPLES) && !beyondWording.includes(type))).toEqual([]);
  });

  it('keeps nothing from one document to the next', () => {
    const detector = createCueDetector();
    const loaded = createTextDocument('Everyone is buying this phone, so it must be the best.');
    const first = detector.detect(loaded);
    detector.detect(createTextDocument('You are either with us or against us.'));
    expect(detector.detect(loaded)).toEqual(first);
  });
});
