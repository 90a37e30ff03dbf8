import type { BootstrapOptions } from './bootstrap.js';
import { type DetectionScore, scoreDetection } from './detection-score.js';
import { type NamingScore, scoreNaming } from './naming-score.js';
import type { ScoredText } from './scored-text.js';
import { type PassageScore, scorePassages } from './span-score.js';

/** All figures of one annotated set. */
export interface SourceScore {
  readonly source: string;
  readonly texts: number;
  readonly detection: DetectionScore;
  readonly naming?: NamingScore | undefined;
  readonly passages?: readonly PassageScore[] | undefined;
}

/** Means over sets, each set counting once; absent where no set has the figure. */
export interface ScoreSummary {
  /** Over the sets that hold fallacious and clean texts. */
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
  readonly macroF1?: number;
  readonly falseAlarms?: number;
  /** Over the sets with fallacious texts. */
  readonly microF1?: number;
  readonly namingMacroF1?: number;
}

/** A score of many texts. */
export interface SetScore {
  /** By source, in the order in which they came. */
  readonly sources: readonly SourceScore[];
  readonly summary: ScoreSummary;
}

/** Scores texts by the set they belong to. Agrees with the scorer that the project is checked by. */
export function scoreTexts(texts: readonly ScoredText[], options: BootstrapOptions = {}): SetScore {
  const sources = [...bySource(texts)].map(([source, some]): SourceScore => ({
    source,
    texts: some.length,
    detection: scoreDetection(some, options),
    naming: scoreNaming(source, some, options),
    passages: scorePassages(some, options),
  }));
  const both = sources.filter(({ detection }) => detection.fallacious > 0 && detection.clean > 0).map(({ detection }) => detection);
  const named = sources.flatMap(({ naming }) => naming ?? []);
  return {
    sources,
    summary: {
      ...meanAs('precision', both.map(({ precision }) => precision?.value)),
      ...meanAs('recall', both.map(({ recall }) => recall?.value)),
      ...meanAs('f1', both.map(({ f1 }) => f1?.value)),
      ...meanAs('macroF1', both.map(({ macroF1 }) => macroF1?.value)),
      ...meanAs('falseAlarms', both.map(({ falseAlarms }) => falseAlarms?.value)),
      ...meanAs('microF1', named.map(({ microF1 }) => microF1?.value)),
      ...meanAs('namingMacroF1', named.map(({ macroF1 }) => macroF1?.value)),
    },
  };
}

/** What finding nothing anywhere, and finding something in every text, come to. */
export function baselinesOf(texts: readonly ScoredText[]): { readonly silent: SetScore; readonly always: SetScore } {
  const nothing = { found: [], foundNames: [], isBeyondNames: false, score: undefined, first: undefined };
  const something = { ...nothing, found: [{ type: 'other' }], isBeyondNames: true };
  return { silent: scoreTexts(texts.map((text) => ({ ...text, ...nothing }))), always: scoreTexts(texts.map((text) => ({ ...text, ...something }))) };
}

/** Texts by the set they belong to, in the order in which the sets came. */
export function bySource(texts: readonly ScoredText[]): Map<string, ScoredText[]> {
  const groups = new Map<string, ScoredText[]>();
  for (const text of texts) {
    const group = groups.get(text.source);
    if (group === undefined) groups.set(text.source, [text]);
    else group.push(text);
  }
  return groups;
}

/** A mean in which one set without the figure leaves none, as nobody could say what it is a mean of. */
function meanAs<Name extends string>(name: Name, values: readonly (number | undefined)[]): Partial<Record<Name, number>> {
  if (values.length === 0 || values.includes(undefined)) return {};
  return { [name]: values.reduce<number>((sum, value) => sum + value!, 0) / values.length } as Record<Name, number>;
}
