import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { readDev } from '../scripts/examples.js';
import { auroc, type ScoredItem, type ScoredPrediction, scoreSource } from '../scripts/score.js';
import { goldSpans, predictedSpans, spanF1 } from '../scripts/score-spans.js';
import { createCueDetector } from '../src/index.js';

/** The scorer that the project is checked by, and its data: beside the repository, where there are any. */
const PLACE = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
// The scorer compares its own address with the one it is started by, which a link would hide.
const DATA = existsSync(PLACE) ? realpathSync(PLACE) : PLACE;

const item = (source: string, text: string, ...labels: ScoredItem['labels']): ScoredItem => ({ id: text, source, text, labels });

describe('the score of a set', () => {
  it('counts hits, misses and alarms by text', () => {
    const items = [item('made', 'one', { type: 'ad_hominem' }), item('made', 'two', { type: 'straw_man' }), item('made', 'three'), item('made', 'four')];
    const found = new Set(['one', 'three']);
    const score = scoreSource('made', items, ({ id }) => ({ labels: found.has(id) ? [{ type: 'ad_hominem' }] : [] }));
    expect(score).toEqual({ source: 'made', count: 4, precision: 0.5, recall: 0.5, f1: 0.5, falseAlarms: 0.5 });
  });

  it('takes the highest ranked type that the set has a name for', () => {
    const items = [item('argotario', 'one', { type: 'ad_hominem' })];
    expect(scoreSource('argotario', items, () => ({ labels: [], ranked: ['other', 'ad_hominem'] })).top1).toBe(1);
  });

  it('says how often a fallacious text scores above a clean one', () => {
    const rows = [[true, 0.9], [true, 0.4], [false, 0.4], [false, 0.1]].map(([isFallacious, score]) => ({ isFallacious: isFallacious as boolean, score: score as number }));
    expect(auroc(rows)).toBe(0.875);
  });
});

describe('the score of spans', () => {
  const gold = (...labels: ScoredItem['labels']): ReturnType<typeof goldSpans> => goldSpans(labels, 2);

  it('is full for the right passage, and for silence where nothing need be found', () => {
    const label = { type: 'ad_hominem', start: 0, end: 10 };
    expect(spanF1(predictedSpans([label], 20, 2), gold(label))).toBe(1);
    expect(spanF1([], [])).toBe(1);
    expect(spanF1([], gold(label, { ...label, type: null }))).toBe(1);
    expect(spanF1([], gold(label))).toBe(0);
  });

  it('falls with what is covered too much and too little', () => {
    const predicted = predictedSpans([{ type: 'ad_hominem', start: 0, end: 20 }], 20, 2);
    expect(spanF1(predicted, gold({ type: 'ad_hominem', start: 0, end: 10 }))).toBeCloseTo(2 / 3, 12);
    expect(spanF1(predicted, gold({ type: 'straw_man', start: 0, end: 10 }))).toBe(0);
  });
});

(existsSync(join(DATA, 'score.mjs')) ? describe : describe.skip)('our scorer (skipped without the other beside the repository)', () => {
  it('agrees with the one that the project is checked by', () => {
    const folder = mkdtempSync(join(tmpdir(), 'score-'));
    try {
      const detector = createCueDetector();
      const items = readDev(join(DATA, 'dev'));
      const predictions = new Map(
        items.map(({ id, text }): [string, ScoredPrediction] => {
          const labels = detector.detect(createTextDocument(text)).map(({ type, start, end }) => ({ type, start, end }));
          return [id, { labels, score: (text.length % 97) / 97, ranked: [...labels.map(({ type }) => type), 'ad_hominem', 'false_causality', 'hasty_generalization', 'false_analogy'] }];
        }),
      );
      writeFileSync(join(folder, 'predictions.jsonl'), [...predictions].map(([id, prediction]) => JSON.stringify({ id, ...prediction })).join('\n'));
      const { rows } = JSON.parse(execFileSync(process.execPath, [join(DATA, 'score.mjs'), '--gold', join(DATA, 'dev'), '--pred', join(folder, 'predictions.jsonl'), '--json'], { encoding: 'utf8', maxBuffer: 2 ** 24 })) as { rows: Theirs[] };
      expect(rows.length).toBeGreaterThan(10);
      for (const { source, precision, recall, f1, fpr, auroc: area, top1, span } of rows) {
        const ours = scoreSource(source, items.filter((one) => one.source === source), ({ id }) => predictions.get(id)!);
        const theirs = [precision, recall, f1, fpr, area, top1].map((figure) => figure?.v ?? undefined);
        [ours.precision, ours.recall, ours.f1, ours.falseAlarms, ours.auroc, ours.top1].forEach((figure, index) => {
          expect({ source, index, figure: rounded(figure) }).toEqual({ source, index, figure: rounded(theirs[index]) });
        });
        expect({ source, spans: ours.spanF1?.map(rounded) }).toEqual({ source, spans: span && [span.L0, span.L1, span.L2].map(({ F1 }) => rounded(F1.v)) });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

interface Figure {
  readonly v: number | null;
}

/** A row of the other scorer. */
interface Theirs {
  readonly source: string;
  readonly precision?: Figure;
  readonly recall?: Figure;
  readonly f1?: Figure;
  readonly fpr?: Figure;
  readonly auroc?: Figure;
  readonly top1?: Figure;
  readonly span?: Readonly<Record<'L0' | 'L1' | 'L2', { readonly F1: { readonly v: number } }>>;
}

function rounded(figure: number | undefined): number | undefined {
  return figure === undefined ? undefined : Math.round(figure * 1e9) / 1e9;
}
