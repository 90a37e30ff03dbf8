import { projectType } from '../src/evaluation/project-type.js';
import { exactExp, exactLog } from '../src/model/exact-math.js';
import type { PackedModel } from '../src/model/packed-model.js';
import { unpackModel } from '../src/model/trained-model.js';

import { minimize } from './minimize.js';
import { passageAt, type TrainingSet } from './training-set.js';

/** Sets whose texts stand by themselves and were annotated by their wording; none of them is trained on. */
const SETS: ReadonlySet<string> = new Set(['logic', 'cocolofa', 'hefa']);

/** Strength of the pull towards no offset. */
const PENALTY = 2;

/** A text as the model sees it, and which outputs count as right. */
interface Named {
  /** Log odds of the outputs, up to a constant. */
  readonly scores: Float64Array;
  /** For each output the name that the set has for it, by number; -1 when it has none. */
  readonly names: Int32Array;
  readonly right: ReadonlySet<number>;
}

/**
 * Chooses what is added to the log odds of each type, a threshold for each: training
 * texts hold some types far more often than the world does. Maximises the likelihood
 * of the names that the sets give, with one common slope, which is then divided out.
 *
 * @param isChosen - Whether a row may be looked at.
 */
export function chooseTypeOffsets(set: TrainingSet, packed: Omit<PackedModel, 'typeOffsets'>, isChosen: (row: number) => boolean): number[] {
  const outputs = packed.types.length;
  const texts = readNames(set, { ...packed, typeOffsets: packed.types.map(() => 0) }, isChosen);
  const likelihoods = new Float64Array(outputs);
  const found = minimize(
    (point, gradient) => {
      const slope = exactExp(point[outputs]!);
      let loss = 0;
      gradient.fill(0);
      for (let output = 0; output < outputs; output += 1) {
        loss += PENALTY * point[output]! ** 2;
        gradient[output] = 2 * PENALTY * point[output]!;
      }
      for (const { scores, names, right } of texts) {
        let [all, ofRight] = [0, 0];
        for (let output = 0; output < outputs; output += 1) {
          const name = names[output]!;
          const likelihood = name === -1 ? 0 : exactExp(slope * scores[output]! + point[output]!);
          likelihoods[output] = likelihood;
          all += likelihood;
          if (right.has(name)) ofRight += likelihood;
        }
        loss += exactLog(all / ofRight);
        for (let output = 0; output < outputs; output += 1) {
          const likelihood = likelihoods[output]!;
          const change = likelihood / all - (right.has(names[output]!) ? likelihood / ofRight : 0);
          gradient[output]! += change;
          gradient[outputs]! += change * slope * scores[output]!;
        }
      }
      return loss;
    },
    outputs + 1,
    { iterations: 100 },
  );
  const slope = exactExp(found[outputs]!);
  return Array.from(found.subarray(0, outputs), (offset) => Number((offset / slope).toFixed(3)));
}

function readNames(set: TrainingSet, packed: PackedModel, isChosen: (row: number) => boolean): Named[] {
  const model = unpackModel(packed);
  return set.examples.flatMap(({ source, types, isFree, isForNaming }, row) => {
    if (!SETS.has(source) || isFree || isForNaming === true || types.length === 0 || !isChosen(row)) return [];
    const known = packed.types.map((type) => projectType(type, source));
    const list = [...new Set(known)];
    const right = new Set(types.map((type) => list.indexOf(projectType(type, source))).filter((name) => name !== -1 && list[name] !== undefined));
    if (right.size === 0) return [];
    const { vector, strengths } = passageAt(set, row);
    const scores = model.weighTypes(vector, strengths).map((share) => exactLog(Math.max(share, 1e-12)));
    return [{ scores, names: Int32Array.from(known, (name) => (name === undefined ? -1 : list.indexOf(name))), right }];
  });
}
