import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { KeyTopics } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { createTopicTool } from '../src/index.js';
import { analyze, fold } from './analyze.js';
import { EXAMPLES } from './data/texts.js';

const SEED = 20_200_509;

function createRandom(): () => number {
  let state = SEED;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    // The low bits of such a generator repeat soon.
    return Math.floor(state / 4_096);
  };
}

describe('hostile text', () => {
  it.each([
    ['one letter a million times', 'a'.repeat(1_000_000)],
    ['a word and 100,000 brackets', `dolphin ${'('.repeat(100_000)}`],
    ['500,000 words of one letter', 'a '.repeat(500_000)],
    ['500,000 capitals', 'B '.repeat(500_000)],
    ['one name 100,000 times', 'Zanzibar '.repeat(100_000)],
    ['a name joined 50,000 times', 'Duke of '.repeat(50_000)],
    ['a mention that never ends', `@${'dolphin.'.repeat(50_000)}`],
    ['an address that never ends', `https://${'dolphin/'.repeat(50_000)}`],
    ['letters outside the basic plane', '𝒜𝒷𝒸 '.repeat(50_000)],
    ['lone surrogates', 'dolphin \ud83d whale \ude00 '.repeat(10_000)],
    ['names of object members', 'constructor __proto__ toString hasOwnProperty valueOf constructor'],
    // In lower case it has two code units, and one letter is no topic.
    ['a letter that grows in lower case', 'The committee met İ and İ.'],
    ['words of sixty letters', `${'abcdefghij'.repeat(6)} `.repeat(1_000)],
  ])('is analysed within the model: %s', async (_, text) => {
    expect(KeyTopics.safeParse(await analyze(text)).success).toBe(true);
  });

  it('of 60,000 different words stays within bounds', async () => {
    const next = createRandom();
    const letters = 'bcdfghklmnprstvw';
    const word = (): string => Array.from({ length: 4 }, () => letters[next() % 16]! + 'aeiou'[next() % 5]!).join('');
    const topics = await analyze(Array.from({ length: 60_000 }, word).join(' '));
    expect(topics.length).toBeLessThanOrEqual(15);
  });
});

describe('the limits', () => {
  it('are fifteen topics, twenty keywords and a context of 1,000 characters', async () => {
    const next = createRandom();
    const nouns = 'dolphin glacier violin reactor orchard senator harbour lantern molecule castle bishop turbine pepper saddle meadow planet copper tunnel falcon cinema'.split(' ');
    const text = Array.from({ length: 3_000 }, () => `the ${nouns[next() % nouns.length]!}`).join(' and ');
    const topics = await analyze(text);
    expect(topics).toHaveLength(15);
    for (const { keywords, context } of topics) {
      expect(keywords.length).toBeLessThanOrEqual(20);
      expect(context!.length).toBeLessThanOrEqual(1_000);
    }
  });

  it('cut a long sentence around the topic', async () => {
    const filler = 'x'.repeat(40);
    const text = `${`${filler} `.repeat(40)} the lighthouse ${`${filler} `.repeat(30)}`;
    const lighthouse = (await analyze(text)).find(({ topic }) => topic === 'lighthouse');
    expect(lighthouse?.context).toContain('lighthouse');
    expect(lighthouse?.context?.length).toBeLessThanOrEqual(1_000);
    expect(fold(text)).toContain(lighthouse?.context);
  });
});

describe('text made at random', () => {
  it('gives topics and contexts that stand in it, and the same each time', async () => {
    const next = createRandom();
    const pieces = ['The', 'Dr.', 'Smith', 'of', 'the', 'Bank', 'England', 'taxes', "tax's", 'climate', 'change', 'CHANGE', '.', ',', '!', '\n', '-', '&', 'U.S.', '@bob', 'http://a.b/c', '19', '❤️', '\ud83d', 'ünder', "Baldur's", '  ', '\t', '(', 'running', 'people'];
    for (let round = 0; round < 300; round += 1) {
      const text = `x ${Array.from({ length: next() % 60 }, () => pieces[next() % pieces.length]).join(next() % 4 ? ' ' : '')}`;
      const topics = await analyze(text);
      const note = `seed ${SEED}, round ${round}`;
      const strays = topics.filter(({ topic, context }) => !fold(text).includes(topic) || !fold(text).includes(context ?? ''));
      expect([note, strays]).toEqual([note, []]);
      expect([note, await analyze(text)]).toEqual([note, topics]);
    }
  });

  it('gives the same topics whatever the tool has read before', async () => {
    const worn = createTopicTool();
    for (const { text } of EXAMPLES) await worn.analyze(text);
    for (const { text } of EXAMPLES) {
      expect((await worn.analyze(text)) as { result?: unknown }).toHaveProperty('result', await analyze(text));
    }
  });
});

describe('the work', () => {
  it('grows in step with the text: each word is read a bounded number of times', async () => {
    const sentence = 'The European Central Bank raised interest rates, and Dr. Smith of Oxford said that taxes hurt poor families in Spain. ';
    const readsOf = async (copies: number): Promise<number> => {
      const plain = createTextDocument(sentence.repeat(copies));
      let reads = 0;
      const words = new Proxy(plain.words, {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
          return Reflect.get(target, key) as unknown;
        },
      });
      await createTopicTool().analyze({ text: plain.text, words, sentences: plain.sentences, language: plain.language });
      return reads;
    };
    const [small, large] = [await readsOf(100), await readsOf(1_000)];
    expect(large / small).toBeLessThan(10.5);
  });
});
