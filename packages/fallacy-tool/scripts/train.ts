/**
 * Trains the detector and writes its weights into the package.
 *
 *   npm run train                      our own corpus alone
 *   npm run train -- --data DIR        with the free items of a folder of annotated texts
 *   npm run train -- --data DIR --check   trains the weights alone and compares them with those that are there
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { TRAINED_WEIGHTS } from '../src/model/trained-weights.js';

import { exampleOf, ownExamples, readDev } from './examples.js';
import { type OnStep, trainModel, trainWeights } from './train-model.js';

const WEIGHTS = fileURLToPath(new URL('../src/model/trained-weights.ts', import.meta.url));

const { data, check } = parseArgs({ options: { data: { type: 'string' }, check: { type: 'boolean', default: false } } }).values;
const dev = data === undefined ? [] : readDev(data).map(exampleOf);
if (data !== undefined && dev.length === 0) throw new Error(`no annotated texts in ${data}`);
console.log(dev.length === 0 ? 'Without --data, training on our own corpus alone; the weights in the package were trained on more.' : `${dev.length} texts read from ${data}`);

const started = Date.now();
const examples = [...ownExamples(), ...dev];
const onStep: OnStep = (step) => {
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${step}`);
};

if (check) {
  const { hash } = trainWeights(examples, onStep).packed;
  console.log(`hash ${hash}`);
  if (hash !== TRAINED_WEIGHTS.hash) {
    console.error(`the weights in the package have the hash ${TRAINED_WEIGHTS.hash}`);
    process.exitCode = 1;
  }
} else {
  const model = trainModel(examples, onStep);
  console.log(`hash ${model.hash}, ${model.types.length} types, ${(model.packed.length / 1024).toFixed(0)} KB, thresholds ${JSON.stringify(model.thresholds)}`);
  const source = `import type { PackedModel } from './packed-model.js';

/** The trained model. Written by \`npm run train\`; not to be edited by hand. */
export const TRAINED_WEIGHTS: PackedModel = ${JSON.stringify(model, null, 2)};
`;
  writeFileSync(WEIGHTS, source);
  console.log('weights written');
}
