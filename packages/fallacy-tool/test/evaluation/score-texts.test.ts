import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { baselinesOf, type Figure, GoldItem, type Prediction, scoreTexts, toScoredText } from '../../src/evaluation.js';
import { createCueDetector } from '../../src/index.js';

/** The scorer that the project is checked by, and its data: beside the repository, where there are any. */
const PLACE = join(__dirname, '../../../../../shared/data');
// The scorer compares its own address with the one it is started by, which a link would hide.
const DATA = existsSync(PLACE) ? realpathSync(PLACE) : PLACE;

type Said = Pick<Prediction, 'labels' | 'score' | 'ranked'>;

const gold = (source: string, labels: GoldItem['labels'] = [], text = 'twenty letters, say.') => ({ id: text, source, text, labels });
const said = (...types: readonly string[]): Said => ({ labels: types.map((type) => ({ type })) });

describe('the score of a set', () => {
  it('counts hits, misses, alarms and silence by text', () => {
    const texts = [
      toScoredText(gold('made', [{ type: 'ad_hominem' }]), said('ad_hominem')),
      toScoredText(gold('made', [{ type: 'straw_man' }]), said()),
      toScoredText(gold('made', [{ type: 'straw_man' }]), said('red_herring', 'red_herring')),
      toScoredText(gold('made'), said('ad_hominem')),
      toScoredText(gold('made'), said('nothing')),
      toScoredText(gold('made')),
    ];
    const [score] = scoreTexts(texts).sources;
    expect(score).toMatchObject({ source: 'made', texts: 6, detection: { fallacious: 3, clean: 3, precision: { value: 2 / 3 }, recall: { value: 2 / 3 }, f1: { value: 2 / 3 }, macroF1: { value: 2 / 3 }, falseAlarms: { value: 1 / 3 } } });
    // One right, one wrong name, two missed: micro 2/(2+1+2); ad_hominem 1, straw_man 0.
    expect(score?.naming).toMatchObject({ names: 2, microF1: { value: 0.4 }, macroF1: { value: 0.5 }, beyondNames: 0 });
  });

  it('names fallacies in the names of the set, and counts those it has none for', () => {
    const texts = [toScoredText(gold('argotario', [{ type: 'appeal_to_emotion' }]), { ...said('appeal_to_fear', 'equivocation'), ranked: ['equivocation', 'appeal_to_pity', 'ad_hominem'] })];
    expect(scoreTexts(texts).sources[0]?.naming).toMatchObject({ microF1: { value: 1 }, beyondNames: 1, top1: { value: 1 } });
  });

  it("judges LOGIC by its own thirteen names", () => {
    const texts = [toScoredText({ ...gold('logic', [{ type: 'slippery_slope' }]), native: ['faulty generalization', 'miscellaneous'] }, { ...said('hasty_generalization'), ranked: ['composition_division'] })];
    expect(scoreTexts(texts).sources[0]?.naming).toMatchObject({ names: 1, microF1: { value: 1 }, top1: { value: 1 } });
  });

  it('leaves out texts whose every passage may be left out', () => {
    const optional = gold('mafalda', [{ type: 'ad_hominem', start: 0, end: 6 }, { type: null, start: 0, end: 6 }]);
    const { sources } = scoreTexts([toScoredText(optional, said()), toScoredText(gold('mafalda'), said())]);
    expect(sources[0]?.detection).toMatchObject({ fallacious: 0, clean: 1, falseAlarms: { value: 0 } });
    expect(sources[0]?.passages?.[2]).toMatchObject({ all: { precision: 1, recall: 1, f1: { value: 1 } } });
  });

  it('measures passages by how far they cover each other, at three levels', () => {
    const texts = [toScoredText(gold('mafalda', [{ type: 'ad_hominem', start: 0, end: 10 }]), { labels: [{ type: 'tu_quoque', start: 0, end: 20 }] })];
    const levels = scoreTexts(texts).sources[0]?.passages?.map(({ all, silentF1 }) => [all.precision, all.recall, all.f1?.value, silentF1]);
    expect(levels).toEqual([[0.5, 1, 2 / 3, 0], [0.5, 1, 2 / 3, 0], [0, 0, 0, 0]]);
  });

  it('takes names for names, whatever objects call their members', () => {
    const marked = [{ type: '__proto__', start: 0, end: 4 }];
    const texts = ['constructor', 'toString', 'cocolofa'].map((source) => toScoredText(gold(source, marked), { ...said('constructor', 'valueOf'), ranked: ['hasOwnProperty'] }));
    expect(scoreTexts(texts, { rounds: 5 }).sources.map(({ detection }) => detection.recall?.value)).toEqual([1, 1, 1]);
  });

  it('says how often a fallacious text scores above a clean one', () => {
    const scored = (isFallacious: boolean, score: number) => toScoredText(gold('made', isFallacious ? [{ type: 'ad_hominem' }] : []), { labels: [], score });
    expect(scoreTexts([scored(true, 0.9), scored(true, 0.4), scored(false, 0.4), scored(false, 0.1)]).sources[0]?.detection.auroc).toBe(0.875);
  });

  it('has no figure where nothing can be said', () => {
    const { sources, summary } = scoreTexts([toScoredText(gold('made'), said())]);
    expect(sources[0]?.detection).toEqual({ fallacious: 0, clean: 1, falseAlarms: { value: 0 } });
    expect(sources[0]).toMatchObject({ naming: undefined, passages: undefined });
    expect(summary).toEqual({});
  });

  it('draws the same intervals every time, around the figure', () => {
    const texts = Array.from({ length: 60 }, (_, index) => toScoredText(gold('made', index % 2 === 0 ? [{ type: 'ad_hominem' }] : []), said(...(index % 3 === 0 ? ['ad_hominem'] : []))));
    const recall = scoreTexts(texts, { rounds: 200 }).sources[0]?.detection.recall;
    expect(scoreTexts(texts, { rounds: 200 }).sources[0]?.detection.recall).toEqual(recall);
    expect(recall?.low).toBeLessThan(recall!.value);
    expect(recall?.high).toBeGreaterThan(recall!.value);
  });

  it('knows what silence and constant alarm come to', () => {
    const texts = [toScoredText(gold('made', [{ type: 'ad_hominem' }]), said('ad_hominem')), toScoredText(gold('made'), said())];
    const { silent, always } = baselinesOf(texts);
    expect(silent.sources[0]?.detection).toMatchObject({ precision: undefined, recall: { value: 0 }, f1: { value: 0 }, falseAlarms: { value: 0 } });
    expect(always.sources[0]?.detection).toMatchObject({ precision: { value: 0.5 }, recall: { value: 1 }, f1: { value: 2 / 3 }, falseAlarms: { value: 1 } });
  });
});

(existsSync(join(DATA, 'score.mjs')) ? describe : describe.skip)('our scorer (skipped without the other beside the repository)', () => {
  it('agrees with the one that the project is checked by, to the last digit and with its intervals', () => {
    const folder = mkdtempSync(join(tmpdir(), 'score-'));
    try {
      const detector = createCueDetector();
      // Every fifth text is enough to meet every case, and quick.
      const items = readdirSync(join(DATA, 'dev'))
        .filter((file) => file.endsWith('.jsonl'))
        .flatMap((file) => readFileSync(join(DATA, 'dev', file), 'utf8').trim().split('\n'))
        .flatMap((line, index) => (index % 5 === 0 ? [GoldItem.parse(JSON.parse(line))] : []));
      const predictions = new Map(items.flatMap((item, index) => (index % 41 === 0 ? [] : [[item.id, predict(detector, item, index)] as const])));
      writeFileSync(join(folder, 'gold.jsonl'), items.map((item) => JSON.stringify(item)).join('\n'));
      writeFileSync(join(folder, 'predictions.jsonl'), [...predictions].map(([id, prediction]) => JSON.stringify({ id, ...prediction })).join('\n'));
      const output = execFileSync(process.execPath, [join(DATA, 'score.mjs'), '--gold', join(folder, 'gold.jsonl'), '--pred', join(folder, 'predictions.jsonl'), '--boot', '25', '--json'], { encoding: 'utf8', maxBuffer: 2 ** 24, stdio: ['ignore', 'pipe', 'ignore'] });
      const theirs = JSON.parse(output) as { rows: Theirs[]; summary: TheirSummary };
      const ours = scoreTexts(items.map((item) => toScoredText(item, predictions.get(item.id))), { rounds: 25 });

      expect(ours.sources.map(({ source }) => source)).toEqual(theirs.rows.map(({ source }) => source));
      expect(ours.sources.length).toBeGreaterThan(10);
      for (const [index, { source, detection, naming, passages }] of ours.sources.entries()) {
        const row = theirs.rows[index]!;
        expect({ source, n: [detection.fallacious, detection.clean] }).toEqual({ source, n: [row.pos, row.neg] });
        const pairs: [Figure | undefined, TheirFigure | undefined][] = [
          [detection.precision, row.precision],
          [detection.recall, row.recall],
          [detection.f1, row.f1],
          [detection.macroF1, row.macroF1],
          [detection.falseAlarms, row.fpr],
          [detection.auroc === undefined ? undefined : { value: detection.auroc }, row.auroc],
          [naming?.microF1, row.typeMicroF1],
          [naming?.macroF1, row.typeMacroF1],
          [naming && { value: naming.beyondNames }, row.oov],
          [naming?.top1, row.top1],
          [naming?.top1MacroF1, row.top1MacroF1],
          ...[0, 1, 2].flatMap((level): [Figure | undefined, TheirFigure | undefined][] => [
            [passages?.[level]?.all.f1, row.span?.[`L${level}`]?.F1],
            [passages?.[level]?.fallacious.f1, row.span?.[`L${level}_fallaciousOnly`]?.F1],
          ]),
        ];
        expect({ source, figures: pairs.map(([figure]) => rounded(figure)) }).toEqual({ source, figures: pairs.map(([, figure]) => rounded(fromTheirs(figure))) });
      }
      const { detectionMacroOverSources: means, typeMicroF1Mean, typeMacroF1Mean } = theirs.summary;
      const { precision, recall, f1, macroF1, falseAlarms, microF1, namingMacroF1 } = ours.summary;
      expect([precision, recall, f1, macroF1, falseAlarms, microF1, namingMacroF1].map(digits)).toEqual([means.precision, means.recall, means.f1, means.macroF1, means.fpr, typeMicroF1Mean, typeMacroF1Mean].map(digits));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** What the cues find, with scores and rankings of no meaning and now and then a label that means nothing. */
function predict(detector: ReturnType<typeof createCueDetector>, { text }: GoldItem, index: number): Said {
  const labels: Prediction['labels'] = detector.detect(createTextDocument(text)).map(({ type, start, end }) => ({ type, start, end }));
  if (index % 7 === 0) labels.push({ type: index % 2 === 0 ? 'nothing' : 'slippery_slope' });
  return { labels, score: (text.length % 97) / 97, ranked: [...labels.flatMap(({ type }) => type ?? []), 'ad_hominem', 'false_causality', 'hasty_generalization', 'false_analogy'] };
}

interface TheirFigure {
  readonly v: number | null;
  readonly lo?: number;
  readonly hi?: number;
}

/** A row of the other scorer. */
interface Theirs extends Readonly<Record<'precision' | 'recall' | 'f1' | 'macroF1' | 'fpr' | 'auroc' | 'typeMicroF1' | 'typeMacroF1' | 'oov' | 'top1' | 'top1MacroF1', TheirFigure | undefined>> {
  readonly source: string;
  readonly pos: number;
  readonly neg: number;
  readonly span?: Readonly<Partial<Record<string, { readonly F1: TheirFigure }>>>;
}

interface TheirSummary {
  readonly detectionMacroOverSources: Readonly<Record<'precision' | 'recall' | 'f1' | 'macroF1' | 'fpr', number>>;
  readonly typeMicroF1Mean: number;
  readonly typeMacroF1Mean: number;
}

function fromTheirs(figure: TheirFigure | undefined): Figure | undefined {
  if (figure?.v == null) return undefined;
  return figure.lo === undefined || figure.hi === undefined ? { value: figure.v } : { value: figure.v, low: figure.lo, high: figure.hi };
}

function rounded(figure: Figure | undefined): readonly (string | undefined)[] {
  return [figure?.value, figure?.low, figure?.high].map(digits);
}

/** Sums in another order differ in the sixteenth digit. */
function digits(value: number | undefined): string | undefined {
  return value?.toFixed(12);
}
