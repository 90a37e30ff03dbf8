import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { EMOTIONS } from '../src/index.js';
import { ADDED_WORDS, NEUTRAL_WORDS, SUBJECT_WORDS } from '../src/lexicon/adjusted-words.js';
import { buildLexicon } from '../src/lexicon/build-lexicon.js';
import { EMOJI } from '../src/lexicon/emoji.js';
import { EMOTICONS } from '../src/lexicon/emoticons.js';
import { EMOTION_WORDS } from '../src/lexicon/emotion-words.js';
import { DAMPENERS, INTENSIFIERS, NEGATORS, PASSABLE_WORDS } from '../src/lexicon/modifiers.js';
import { FACT_WORDS, OPINION_WORDS } from '../src/lexicon/opinion-markers.js';
import { NEGATING_PHRASES, PHRASE_EMOTIONS, PHRASES, PLAIN_PHRASES, WISHES } from '../src/lexicon/phrases.js';
import { VALENCE_WORDS } from '../src/lexicon/valence-words.js';

const wordsOf = (text: string): string[] => createTextDocument(text).words.map(({ lower }) => lower);
const LISTS = {
  NEUTRAL_WORDS,
  SUBJECT_WORDS,
  INTENSIFIERS,
  DAMPENERS,
  NEGATORS,
  PASSABLE_WORDS,
  FACT_WORDS,
  OPINION_WORDS,
  ...EMOTION_WORDS,
  ...Object.fromEntries(VALENCE_WORDS.map(([valence, list]) => [`rated ${valence}`, list])),
  ...Object.fromEntries(ADDED_WORDS.map(([valence, list]) => [`added ${valence}`, list])),
};

describe('the word lists', () => {
  it.each(Object.entries(LISTS))('%s holds single words as texts are split into, each once', (_, list) => {
    const words = list.split(' ');
    expect(words.filter((word) => wordsOf(word).join(' ') !== word)).toEqual([]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('rate from -4 to 4, and never 0', () => {
    const ratings = [...VALENCE_WORDS, ...ADDED_WORDS, ...EMOJI, ...EMOTICONS].map(([valence]) => valence);
    expect(ratings.filter((valence) => !(Math.abs(valence) <= 4) || valence === 0)).toEqual([]);
  });

  it('name each emotion by 40 to 120 words, and no word under two emotions', () => {
    expect(Object.keys(EMOTION_WORDS).sort()).toEqual([...EMOTIONS].sort());
    const seen = new Map<string, string>();
    for (const [emotion, list] of Object.entries(EMOTION_WORDS)) {
      const words = list.split(' ');
      expect(words.length).toBeGreaterThanOrEqual(40);
      expect(words.length).toBeLessThanOrEqual(120);
      for (const word of words) {
        expect([word, seen.get(word)]).toEqual([word, undefined]);
        seen.set(word, emotion);
      }
    }
  });

  it('give no word both a glad emotion and a bad rating, or the reverse', () => {
    const { words } = buildLexicon();
    const clashes = [...words].filter(
      ([, { emotion, valence }]) => (emotion === 'joy' && valence < 0) || (['anger', 'fear', 'sadness', 'disgust'].includes(emotion ?? '') && valence > 0),
    );
    expect(clashes.map(([word]) => word)).toEqual([]);
  });
});

describe('the phrases', () => {
  const all = [...PHRASES.flatMap(([, phrases]) => phrases), ...PLAIN_PHRASES, ...NEGATING_PHRASES, ...WISHES];

  it('are made of two words or more, as texts are split into', () => {
    expect(all.filter((phrase) => wordsOf(phrase).join(' ') !== phrase || !phrase.includes(' '))).toEqual([]);
  });

  it('stand in one list each', () => {
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  });

  it('are known where an emotion is given to them', () => {
    expect(PHRASE_EMOTIONS.flatMap(([, phrases]) => phrases).filter((phrase) => !all.includes(phrase))).toEqual([]);
  });
});
