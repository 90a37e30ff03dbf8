import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { ownExamples } from '../scripts/examples.js';
import { BUCKETS, createFeatureReader, type SentenceFeatures } from '../src/model/sentence-features.js';

const examples = ownExamples();
const read = createFeatureReader();
const featuresOf = (text: string): SentenceFeatures => {
  const document = createTextDocument(text);
  return read(document, document.sentences[0]!);
};

describe('the features of a sentence', () => {
  it('hold the frame of an argument apart from its subject', () => {
    const [boats, schools, other] = [featuresOf('If we allow boats, then they will want harbours.'), featuresOf('If we allow pupils, then they will want teachers.'), featuresOf('Boats are in the harbours with pupils.')];
    expect(boats.frames).toEqual(schools.frames);
    expect(boats.words).not.toEqual(schools.words);
    expect(other.frames).not.toEqual(boats.frames);
  });

  it('pair frame words within reach of each other alone', () => {
    const near = featuresOf('If boats then harbours.').frames.length;
    const far = featuresOf('If boats sailed beside red buoys towards piers crowded with fishermen mending nets, then harbours.').frames.length;
    // The borders count as frame words: four in all, of which every two are near in the first sentence.
    expect(near).toBe(6);
    // Of the five here, with, then and the end are near each other, as are the start and if.
    expect(far).toBe(4);
  });

  it('end with how the sentence ends', () => {
    expect(featuresOf('You know that.').frames).not.toEqual(featuresOf('You know that?').frames);
    expect(featuresOf('You know that.').frames).not.toEqual(featuresOf('You know that!').frames);
  });

  it('are the same whatever was read before, and fall into the buckets', () => {
    const text = 'Everyone says so, so it must be true.';
    const first = featuresOf(text);
    for (const { text: other } of examples.slice(0, 300)) featuresOf(other);
    expect(featuresOf(text)).toEqual(first);
    for (const bucket of [...first.words, ...first.characters.flatMap((run) => [...run]), ...first.frames]) {
      expect(bucket).toBeGreaterThanOrEqual(0);
      expect(bucket).toBeLessThan(BUCKETS);
    }
  });

  it('stay few in a sentence without end', () => {
    const { words, characters, frames } = featuresOf('if '.repeat(80));
    expect(words.length).toBeLessThanOrEqual(3 * 82);
    expect(characters).toHaveLength(80);
    expect(frames.length).toBeLessThanOrEqual(8 * 82);
  });
});

describe('a description of a fallacy', () => {
  it('is learnt from for its name alone', () => {
    const described = examples.filter(({ isForNaming }) => isForNaming === true);
    expect(described.length).toBeGreaterThan(50);
    for (const { types, passages } of described) {
      expect(types).toHaveLength(1);
      expect(passages).toEqual([]);
    }
  });
});
