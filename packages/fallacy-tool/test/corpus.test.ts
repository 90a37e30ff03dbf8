import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { findFormFaults, findImbalance, findRepeats, findTaken } from '../scripts/check-corpus.js';
import { type CorpusRecord, type PlacedRecord, readCorpus, readMarks } from '../scripts/corpus.js';
import { readDev } from '../scripts/examples.js';

/** Annotated texts of others, beside the repository where there are any; never in it. */
const DEV = fileURLToPath(new URL('../../../../shared/data/dev', import.meta.url));

const records = readCorpus();
const placed = (...texts: readonly Partial<CorpusRecord>[]): PlacedRecord[] =>
  texts.map((record, index) => ({ record: { kind: 'clean', register: 'chat', text: 'the bus leaves at nine', ...record }, file: 'made.jsonl', line: index + 1 }));
const whats = (faults: readonly { readonly what: string }[]): string[] => faults.map(({ what }) => what);

describe('our corpus', () => {
  it('has the form that training reads', () => {
    expect(records.length).toBeGreaterThan(8_000);
    expect(findFormFaults(records)).toEqual([]);
  });

  it('never says the same twice', () => {
    expect(findRepeats(records)).toEqual([]);
  });

  it('is ruled by no register and no opening', () => {
    expect(findImbalance(records)).toEqual([]);
  });

  (existsSync(DEV) ? it : it.skip)('takes nothing from the development data (skipped where there is none)', () => {
    expect(findTaken(records, readDev(DEV).map(({ text }) => text))).toEqual([]);
  });
});

describe('the data card', () => {
  it('counts what the corpus holds', () => {
    const card = readFileSync(join(__dirname, '../DATA_CARD.md'), 'utf8');
    const count = (...kinds: readonly string[]): number => records.filter(({ record }) => kinds.includes(record.kind)).length;
    expect(card).toContain(`${records.length} records`);
    expect(card).toContain(`| ${count('fallacious')} / ${count('near_miss', 'clean')}, ${count('description')} descriptions |`);
  });
});

describe('the check of the corpus', () => {
  it('finds what is wrong with a record', () => {
    const faults = findFormFaults(placed({ kind: 'fallacious', type: 'ad_hominem' }, { text: 'a [[mark]] in a sound text' }, { register: 'opera' }, { kind: 'near_miss', type: 'nonsense' }, { text: 'too short' }, { text: 'half a mark ]] stands here' }));
    expect(whats(faults)).toEqual([
      'a fallacious text has marks, any other has none',
      'a fallacious text has marks, any other has none',
      'unknown register opera',
      'unknown type nonsense',
      'too short',
      'a mark without its other half',
    ]);
  });

  it('finds repeats, near repeats and templates', () => {
    const faults = findRepeats(placed({ text: 'The bus to the harbour leaves at nine every day.' }, { text: 'the bus to the harbour leaves at nine every day' }, { text: 'The cat to the kitchen runs at noon every time.' }));
    expect(whats(faults)).toEqual(['repeats made.jsonl:1', 'has the skeleton of made.jsonl:1', 'nearly repeats made.jsonl:1', 'has the skeleton of made.jsonl:1']);
  });

  it('finds a group that one register rules', () => {
    expect(whats(findImbalance(placed(...Array.from({ length: 20 }, (_, index) => ({ text: `word${index} and more words` })))))).toEqual(['over 40 % are chat', 'fewer than 5 registers']);
  });

  it('finds what was taken from elsewhere', () => {
    expect(findTaken(placed({}), ['He said the bus leaves at nine today.'])).toHaveLength(1);
    expect(findTaken(placed({}), ['He said nothing of the kind to anyone.'])).toEqual([]);
  });
});

describe('marks', () => {
  it('are taken out and their places kept', () => {
    const { text, passages } = readMarks('One 😀 [[two]] three [[ad_hominem|four, five]].');
    expect(text).toBe('One 😀 two three four, five.');
    expect(passages.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([[undefined, 'two'], ['ad_hominem', 'four, five']]);
  });
});
