import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';

import { createTextDocument, isCompleted } from '@discord-intelligence/analysis-tool';
import { createRandom } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { createCueDetector, createFallacyTool, createTrainedDetector, type DetectorPreset } from '../src/index.js';
import { exactExp, exactLog, logistic } from '../src/model/exact-math.js';
import { passagesOf } from '../src/model/passages.js';
import { BUCKETS } from '../src/model/sentence-features.js';
import { unpackModel } from '../src/model/trained-model.js';
import { TRAINED_WEIGHTS } from '../src/model/trained-weights.js';
import { ownExamples } from '../scripts/examples.js';
import { SOUND } from './data/conversation.js';

const examples = ownExamples();
const fallacious = examples.filter(({ types }) => types.length > 0);
const clean = examples.filter(({ types, resembles }) => types.length === 0 && resembles.length === 0);
const found = (texts: readonly { readonly text: string }[], preset: DetectorPreset): number => {
  const detector = createTrainedDetector({ preset });
  return texts.filter(({ text }) => detector.detect(createTextDocument(text)).length > 0).length / texts.length;
};

describe('the trained detector', () => {
  it('finds much more of what it learnt than cues do, and little in plain texts', () => {
    const cues = createCueDetector();
    const byCues = fallacious.filter(({ text }) => cues.detect(createTextDocument(text)).length > 0).length / fallacious.length;
    expect(found(fallacious, 'precise')).toBeGreaterThan(3 * byCues);
    expect(found(clean, 'precise')).toBeLessThan(0.1);
  });

  it('finds more when it is to be sensitive', () => {
    expect(found(fallacious, 'sensitive')).toBeGreaterThan(found(fallacious, 'precise'));
  });

  it('leaves everyday sentences alone', () => {
    expect(found(SOUND.map((text) => ({ text })), 'precise')).toBe(0);
  });

  it('keeps every finding of the cues', () => {
    const [cues, trained] = [createCueDetector(), createTrainedDetector()];
    for (const { text } of fallacious.slice(0, 1_000)) {
      const document = createTextDocument(text);
      const places = trained.detect(document).map(({ type, start, end }) => `${type} ${start} ${end}`);
      expect(places).toEqual(expect.arrayContaining(cues.detect(document).map(({ type, start, end }) => `${type} ${start} ${end}`)));
    }
  });

  it('reports whole sentences, in order, with probabilities', () => {
    const seed = 20_261_123;
    const random = createRandom(seed);
    const detector = createTrainedDetector({ preset: 'sensitive' });
    for (let round = 0; round < 60; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(random() * 12) }, () => examples[Math.floor(random() * examples.length)]!.text).join(random() < 0.5 ? '\n\n' : ' 😀 ');
      const document = createTextDocument(text);
      const detections = detector.detect(document);
      const starts = detections.map(({ start }) => start);
      expect({ seed, round, starts }).toEqual({ seed, round, starts: [...starts].sort((one, other) => one - other) });
      for (const { start, end, probability } of detections) {
        expect(document.sentences.some((sentence) => sentence.start === start)).toBe(true);
        expect(document.sentences.some((sentence) => sentence.end === end)).toBe(true);
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }
  });

  it('is the same from one document to the next', () => {
    const detector = createTrainedDetector();
    const document = createTextDocument(fallacious.slice(0, 20).map(({ text }) => text).join('\n\n'));
    const first = detector.detect(document);
    for (const { text } of fallacious.slice(20, 60)) detector.detect(createTextDocument(text));
    expect(detector.detect(document)).toEqual(first);
  });

  it('refuses a preset that there is not', () => {
    expect(() => createTrainedDetector({ preset: 'bold' as DetectorPreset })).toThrow(RangeError);
    expect(() => createFallacyTool({ preset: 'bold' as DetectorPreset })).toThrow("not 'bold'");
  });
});

describe('a finding without a cue', () => {
  it('does not pretend that some phrase gave it away', async () => {
    const detector = { detect: () => [{ type: 'red_herring', start: 0, end: 20, probability: 0.5 } as const] };
    const outcome = await createFallacyTool({ detector }).analyze('The bus leaves at ten and the moon is full tonight.');
    if (!isCompleted(outcome)) throw new Error(outcome.status);
    expect(outcome.result.fallacies[0]?.explanation).toMatch(/^No single phrase decides here; .*: it turns to another matter/);
  });
});

describe('the weights', () => {
  it('are those that the hash names, and of the size that it takes to read them', () => {
    const bytes = brotliDecompressSync(Buffer.from(TRAINED_WEIGHTS.packed, 'base64'));
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe(TRAINED_WEIGHTS.hash);
    const { types, cues } = TRAINED_WEIGHTS;
    expect(bytes.length).toBe(2 * BUCKETS + cues.length + BUCKETS * Math.ceil(types.length / 2) + cues.length * types.length);
  });

  it('take no more than 600 KB of the package', () => {
    expect(JSON.stringify(TRAINED_WEIGHTS).length).toBeLessThan(600 * 1024);
  });

  it('tell types apart that add up to one', () => {
    const model = unpackModel(TRAINED_WEIGHTS);
    const vector = { buckets: Int32Array.of(1, 2, 3), values: Float64Array.of(0.5, 0.5, 0.5), length: 3 };
    expect(model.weighTypes(vector, new Map()).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe('exact mathematics', () => {
  it('agrees with the usual functions', () => {
    for (let x = -50; x <= 50; x += 0.37) {
      expect(exactExp(x) / Math.exp(x)).toBeCloseTo(1, 12);
      expect(exactLog(Math.exp(x))).toBeCloseTo(x, 10);
      expect(logistic(x)).toBeCloseTo(1 / (1 + Math.exp(-x)), 12);
    }
    for (const x of [0, -1, Number.MIN_VALUE]) expect(exactLog(x)).toBeCloseTo(Math.log(1e-300), 9);
    expect(exactLog(Infinity)).toBeCloseTo(Math.log(1e300), 9);
    expect(exactExp(-1_000)).toBe(0);
    expect(exactExp(1_000)).toBeLessThan(Infinity);
  });
});

describe('passages', () => {
  it('are paragraphs, long ones in even pieces', () => {
    const paragraph = (sentences: number): string => 'It rains today. '.repeat(sentences);
    expect(passagesOf(createTextDocument(`${paragraph(2)}\n\n${paragraph(9)}\n${paragraph(1)}`))).toEqual([
      { first: 0, end: 2 },
      { first: 2, end: 7 },
      { first: 7, end: 12 },
    ]);
  });
});
