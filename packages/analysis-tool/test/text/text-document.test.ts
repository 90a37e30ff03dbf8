import { describe, expect, it } from '@jest/globals';

import { createLineCounter, createTextDocument, LONGEST_SENTENCE } from '../../src/index.js';

const wordsOf = (text: string): string[] => createTextDocument(text).words.map(({ lower }) => lower);

const sentencesOf = (text: string): string[] => createTextDocument(text).sentences.map(({ start, end }) => text.slice(start, end));

describe('words', () => {
  it.each([
    ["Don't stop", ["don't", 'stop']],
    ['Don’t stop', ["don't", 'stop']],
    ["the dogs' bowl, 'quoted'", ['the', 'dogs', 'bowl', 'quoted']],
    ['so-called co-op', ['so', 'called', 'co', 'op']],
    ['ÉCOLE naïve Straße', ['école', 'naïve', 'straße']],
    ['3.5% of 2,000', ['3', '5', 'of', '2', '000']],
    ['❤️ 🏳️‍🌈 e\u0301t\u00e9 \u0301a', ['e\u0301té', 'a']],
    ['𝒶𝒷 x😀y', ['𝒶𝒷', 'x', 'y']],
    ['a\ud800b', ['a', 'b']],
    ['', []],
    ["'''", []],
    ["rock''n", ['rock', 'n']],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('stand where they say they stand', () => {
    const text = '“Ça va?” — said 𝒶𝒷, don’t.';
    for (const { start, end, lower } of createTextDocument(text).words) expect(text.slice(start, end).toLowerCase().replace('’', "'")).toBe(lower);
  });

  it('are not looked up when they are too long to be words', () => {
    expect(wordsOf('a'.repeat(65))).toEqual(['']);
    expect(wordsOf('a'.repeat(64))).toEqual(['a'.repeat(64)]);
  });
});

describe('sentences', () => {
  it.each([
    ['end at a mark', 'One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['take closing marks and brackets with them', '“He said no.” She left (quickly). Fine.', ['“He said no.”', 'She left (quickly).', 'Fine.']],
    ['do not end at titles and initials', 'Dr. Smith met J. R. Jones. They talked.', ['Dr. Smith met J. R. Jones.', 'They talked.']],
    ['do not end inside a number or an address', 'It cost 3.5 million at example.com/a?b=1 today. Yes.', ['It cost 3.5 million at example.com/a?b=1 today.', 'Yes.']],
    ['know "no." from "No. 5"', 'He said no. The No. 5 bus came.', ['He said no.', 'The No. 5 bus came.']],
    ['go on after a pause', 'Well... maybe. Wait... No', ['Well... maybe.', 'Wait...', 'No']],
    ['end at a blank line', 'A heading\n\nand its text', ['A heading', 'and its text']],
    ['end with a short line, as in a chat', 'lol\nyou are wrong\nok', ['lol', 'you are wrong', 'ok']],
    ['go on over a line that an editor wrapped', 'A line that goes on for quite some length and is then\nbroken in the middle.', ['A line that goes on for quite some length and is then\nbroken in the middle.']],
    ['end before an item of a list', 'These are the things that we have to buy before Friday:\n- milk\n- bread', ['These are the things that we have to buy before Friday', 'milk', 'bread']],
    ['end at full-width marks without white space', '你好。再见！', ['你好。', '再见！']],
    ['may start in lower case', 'i agree. everyone does it.', ['i agree.', 'everyone does it.']],
  ])('%s', (_name, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('know whether they are questions', () => {
    expect(createTextDocument('Is it? It is. Really?!').sentences.map(({ isQuestion }) => isQuestion)).toEqual([true, false, true]);
  });

  it('are cut when nobody ends them, so that speech without marks stays in pieces', () => {
    const document = createTextDocument('word '.repeat(LONGEST_SENTENCE * 2 + 1));
    expect(document.sentences.map(({ firstWord, endWord }) => endWord - firstWord)).toEqual([LONGEST_SENTENCE, LONGEST_SENTENCE, 1]);
  });

  it.each([
    ['prose', 'One. Two? “Three”, she said. '.repeat(50)],
    ['noise', Array.from({ length: 3000 }, (_, index) => 'ab. ?!"\n(’é😀'[index * 7 % 13] ?? ' ').join('')],
    ['marks only before a word', `${'?'.repeat(1000)}x`],
  ])('hold every word once, in order, within their ends: %s', (_name, text) => {
    const { words, sentences } = createTextDocument(text);
    let next = 0;
    for (const { start, end, firstWord, endWord } of sentences) {
      expect(firstWord).toBe(next);
      expect(endWord).toBeGreaterThan(firstWord);
      expect(start).toBeLessThanOrEqual(words[firstWord]?.start ?? -1);
      expect(end).toBeGreaterThanOrEqual(words[endWord - 1]?.end ?? Infinity);
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      next = endWord;
    }
    expect(next).toBe(words.length);
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000), 1],
    ['brackets', '('.repeat(100_000), 0],
    ['marks between two words', `a${'?'.repeat(1_000_000)}b`, 2],
    ['line breaks', `${'\n'.repeat(1_000_000)}x`, 1],
    ['apostrophes', "a'".repeat(500_000), 1],
    ['quotation marks', `${'"'.repeat(1_000_000)}a`, 1],
  ])('are found in a million of: %s', (_name, text, words) => {
    expect(createTextDocument(text).words.length).toBe(words);
    expect(createTextDocument(text).sentences.length).toBeLessThanOrEqual(Math.max(words, 0));
  });
});

describe('a document', () => {
  it('splits its text, and tells its language, once', () => {
    const document = createTextDocument('One. Two.');
    expect(document.words).toBe(document.words);
    expect(document.sentences).toBe(document.sentences);
    expect(document.language).toBe(document.language);
  });
});

describe('a line counter', () => {
  it('counts from one', () => {
    const lineOf = createLineCounter(createTextDocument('ab\ncd\n\nef'));
    expect([0, 2, 3, 5, 6, 7, 9].map(lineOf)).toEqual([1, 1, 2, 2, 3, 4, 4]);
  });
});
