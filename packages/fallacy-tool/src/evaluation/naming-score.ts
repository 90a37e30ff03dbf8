import { bootstrap, type BootstrapOptions, type Figure, type Sample } from './bootstrap.js';
import type { ScoredText } from './scored-text.js';

/** How well the fallacies of fallacious texts are named, in the names of their set. */
export interface NamingScore {
  /** How many names the texts carry. */
  readonly names: number;
  /** Over all names together: F1 of what was found. */
  readonly microF1: Figure | undefined;
  /** Mean of the F1 of each name. */
  readonly macroF1: Figure | undefined;
  /** Share of the texts in which something was found that the set has no name for. */
  readonly beyondNames: number;
  /** Share of the texts whose likeliest name is right; absent unless every text has a ranking. */
  readonly top1?: Figure | undefined;
  /** The same as a mean of F1 over the names. */
  readonly top1MacroF1?: Figure | undefined;
}

/** A set of an argument scheme of its own, whose fallacies have too many names for any of these figures. */
const UNNAMEABLE = 'hong_fallacies';

/** Scores naming; undefined where there is nothing to name. */
export function scoreNaming(source: string, texts: readonly ScoredText[], options: BootstrapOptions = {}): NamingScore | undefined {
  const named = source === UNNAMEABLE ? [] : texts.filter(({ isFallacious }) => isFallacious);
  if (named.length === 0) return undefined;
  const names = [...new Set(named.flatMap((text) => text.names))];
  const gold = named.map((text) => text.names.map((name) => names.indexOf(name)));
  // A name that no text carries is -1: wrong wherever it stands.
  const found = named.map(({ foundNames }) => foundNames.map((name) => names.indexOf(name)));
  const firsts = named.every(({ first }) => first !== undefined) ? named.map(({ first }) => [names.indexOf(first!)]) : undefined;

  const [microF1, macroF1] = bootstrap(named.length, (sample) => f1Of(names.length, gold, found, sample), options);
  const forced = firsts && bootstrap(named.length, (sample) => [shareRight(gold, firsts, sample), f1Of(names.length, gold, firsts, sample)[1]], options);
  return {
    names: names.length,
    microF1,
    macroF1,
    beyondNames: named.filter(({ isBeyondNames }) => isBeyondNames).length / named.length,
    ...(forced && { top1: forced[0], top1MacroF1: forced[1] }),
  };
}

/** Micro and macro F1 of a sample; a name that the sample does not carry has no F1. */
function f1Of(names: number, gold: readonly (readonly number[])[], found: readonly (readonly number[])[], sample: Sample): [number, number] {
  const hits = new Int32Array(names);
  const alarms = new Int32Array(names);
  const misses = new Int32Array(names);
  let strays = 0;
  for (const index of sample) {
    const right = gold[index]!;
    const said = found[index]!;
    for (const name of said) {
      if (name === -1) strays += 1;
      else if (right.includes(name)) hits[name]! += 1;
      else alarms[name]! += 1;
    }
    for (const name of right) if (!said.includes(name)) misses[name]! += 1;
  }
  const total = (counts: Int32Array): number => counts.reduce((sum, count) => sum + count, 0);
  const each: number[] = [];
  for (let name = 0; name < names; name += 1) if (hits[name]! + misses[name]! > 0) each.push((2 * hits[name]!) / (2 * hits[name]! + alarms[name]! + misses[name]!));
  return [(2 * total(hits)) / (2 * total(hits) + total(alarms) + strays + total(misses)), each.reduce((sum, one) => sum + one, 0) / each.length];
}

function shareRight(gold: readonly (readonly number[])[], firsts: readonly (readonly number[])[], sample: Sample): number {
  let right = 0;
  for (const index of sample) if (gold[index]!.includes(firsts[index]![0]!)) right += 1;
  return right / sample.length;
}
