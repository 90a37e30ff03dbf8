import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { foldWord } from '../src/fold-word.js';
import { ADJECTIVE_LIKE_NOUNS } from '../src/lexicon/adjective-like-nouns.js';
import { COMPANION_WORDS, GENERAL_WORDS, NAME_JOINERS, QUALIFIERS } from '../src/lexicon/general-words.js';
import { BEFORE_VERBS, DETERMINERS } from '../src/lexicon/neighbours.js';
import { NOT_ADVERBS, NOT_PARTICIPLES, NOUNS_IN_ING, STOP_WORDS, VERB_FORMS, VERBS } from '../src/lexicon/stop-words.js';
import { createWordBook } from '../src/word-book.js';
import { KIND } from '../src/word-kind.js';

describe('the word lists', () => {
  const lists = { STOP_WORDS, VERBS, VERB_FORMS, NOT_ADVERBS, NOT_PARTICIPLES, NOUNS_IN_ING, GENERAL_WORDS, COMPANION_WORDS, QUALIFIERS, NAME_JOINERS, BEFORE_VERBS, DETERMINERS, ADJECTIVE_LIKE_NOUNS };

  it.each(Object.entries(lists))('%s holds single words as texts are split into', (_, list) => {
    const strange = list.split(' ').filter((word) => createTextDocument(word).words.map(({ lower }) => lower).join(' ') !== word);
    expect(strange).toEqual([]);
  });
});

describe('folding', () => {
  it.each([
    ['taxes', 'tax'],
    ['families', 'family'],
    ['children', 'child'],
    ['classes', 'class'],
    ['churches', 'church'],
    ['houses', 'house'],
    ['firemen', 'fireman'],
    ['laws', 'law'],
  ])('brings "%s" and "%s" together', (plural, singular) => {
    expect(foldWord(plural)).toBe(foldWord(singular));
  });

  it.each(['news', 'politics', 'crisis', 'virus', 'class', 'gas', 'bus', 'constructor', 'tostring'])('leaves "%s" as it is', (word) => {
    expect(foldWord(word)).toBe(word);
  });
});

describe('the kind of a word', () => {
  const { look } = createWordBook();
  it.each([
    ['the', KIND.stop],
    ["doesn't", KIND.stop],
    ['2024', KIND.stop],
    ['12km', KIND.stop],
    ['\ufe0f', KIND.stop],
    ['aaaargh', KIND.stop],
    ['quickly', KIND.general],
    ['decided', KIND.general],
    ['thing', KIND.general],
    ['change', KIND.companion],
    ['public', KIND.qualifier],
    ['learning', KIND.topical],
    ['family', KIND.topical],
    ['speed', KIND.topical],
    ['climate', KIND.topical],
    ['5g', KIND.topical],
  ])('%s', (word, kind) => {
    expect(look(word).kind).toBe(kind);
  });
});
