/**
 * Judges the detectors on annotated texts, by five-fold cross-validation.
 *
 *   npm run evaluate -- --data DIR [--preset sensitive] [--predictions FILE]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { createTextDocument } from '@discord-intelligence/analysis-tool';

import { createCueDetector } from '../src/cue-detector.js';
import { createModelDetector, createSentenceReader } from '../src/model/model-detector.js';
import { createPassageJudge } from '../src/model/passage-judge.js';
import { unpackModel } from '../src/model/trained-model.js';
import { TRAINED_WEIGHTS } from '../src/model/trained-weights.js';

import { type DevItem, exampleOf, FOLDS, ownExamples, readDev } from './examples.js';
import { fitModel } from './fit-model.js';
import { packModel } from './pack-model.js';
import { type ScoredItem, type ScoredPrediction, scoreSource, type SourceScore } from './score.js';
import { withExtracts } from './train-model.js';
import { createTrainingSet } from './training-set.js';

const { data, preset, predictions } = parseArgs({ options: { data: { type: 'string' }, preset: { type: 'string', default: 'precise' }, predictions: { type: 'string' } } }).values;
if (data === undefined || (preset !== 'precise' && preset !== 'sensitive')) throw new Error('usage: evaluate --data DIR [--preset precise|sensitive] [--predictions FILE]');
const items = readDev(data);
const own = ownExamples();
const set = createTrainingSet(withExtracts([...own, ...items.map(exampleOf)]));

const ownItems: ScoredItem[] = own.map(({ id, text, types }) => ({ id, source: 'own', text, labels: types.map((type) => ({ type })) }));
const all: readonly (ScoredItem | DevItem)[] = [...ownItems, ...items];
const read = createSentenceReader();
const found = new Map<string, ScoredPrediction>();
for (let fold = 0; fold < FOLDS; fold += 1) {
  const seen = [...set.examples.keys()].filter((row) => set.examples[row]!.isFree && set.examples[row]!.fold !== fold);
  const model = unpackModel({ ...TRAINED_WEIGHTS, ...packModel(fitModel(set, seen)) });
  const detector = createModelDetector(model, TRAINED_WEIGHTS.thresholds[preset], read);
  const judge = createPassageJudge(model);
  for (const [row, item] of all.entries()) {
    if (set.examples[row]!.fold !== fold) continue;
    const document = createTextDocument(item.text);
    const sentences = read(document);
    const whole = judge.judge(sentences, 0, sentences.length);
    const shares = whole.shares();
    found.set(item.id, {
      labels: detector.detect(document).map(({ type, start, end, probability }) => ({ type, start, end, confidence: probability })),
      score: whole.probability,
      ranked: [...shares.keys()].sort((one, other) => shares[other]! - shares[one]!).map((output) => model.types[output]!),
    });
  }
}

const cues = createCueDetector();
const detectors: readonly (readonly [string, (item: ScoredItem) => ScoredPrediction])[] = [
  [`trained, ${preset}`, ({ id }) => found.get(id)!],
  ['cues alone', ({ text }) => ({ labels: cues.detect(createTextDocument(text)) })],
  ['silent', () => ({ labels: [] })],
  ['always', () => ({ labels: [{ type: 'other' }] })],
];
const sources = [...new Set(all.map(({ source }) => source))];
for (const [name, predict] of detectors) {
  console.log(`\n${name}`);
  console.log('source            texts      P      R     F1  alarms  AUROC  top-1  span F1 at levels 0, 1, 2');
  for (const source of sources) console.log(rowOf(scoreSource(source, all.filter((item) => item.source === source), predict)));
}
if (predictions !== undefined) writeFileSync(predictions, items.map(({ id }) => JSON.stringify({ id, ...found.get(id)! })).join('\n'));

function rowOf({ source, count, precision, recall, f1, falseAlarms, auroc, top1, spanF1 }: SourceScore): string {
  const figures = [precision, recall, f1, falseAlarms, auroc, top1].map((figure) => (figure === undefined ? '-' : figure.toFixed(3)).padStart(7));
  return `${source.padEnd(16)} ${String(count).padStart(6)} ${figures.join('')}  ${spanF1?.map((figure) => figure.toFixed(3)).join(' ') ?? ''}`;
}
