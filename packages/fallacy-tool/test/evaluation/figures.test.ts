import { describe, expect, it } from '@jest/globals';

import { calibrationOf, evaluateTexts, gateCurve, judgementsOfFindings, renderReport, renderTable, rocOf, timingOf, toScoredText } from '../../src/evaluation.js';

const text = (labels: Parameters<typeof toScoredText>[0]['labels'], prediction: Parameters<typeof toScoredText>[1], source = 'made') => toScoredText({ source, text: 'x'.repeat(40), labels }, prediction);

describe('calibration', () => {
  it('compares what was said with what was right, bin by bin', () => {
    const judgements = [[0.95, true], [0.85, true], [0.85, false], [0.12, false], [0.18, false], [1, true]].map(([probability, isRight]) => ({ probability: probability as number, isRight: isRight as boolean }));
    const calibration = calibrationOf(judgements, 10)!;
    expect(calibration.bins.map(({ count }) => count)).toEqual([0, 2, 0, 0, 0, 0, 0, 0, 2, 2]);
    expect(calibration.bins[8]).toMatchObject({ given: 0.85, right: 0.5 });
    // (|0.30 - 0| + |1.70 - 1| + |1.95 - 2|) / 6
    expect(calibration.error).toBeCloseTo(1.05 / 6, 12);
    expect(calibration.brier).toBeCloseTo((0.05 ** 2 + 0.15 ** 2 + 0.85 ** 2 + 0.12 ** 2 + 0.18 ** 2) / 6, 12);
    expect(calibrationOf([])).toBeUndefined();
  });

  it('counts a finding as right when the text commits that fallacy, and there where places are marked', () => {
    const finding = (type: string, start: number, end: number) => ({ labels: [{ type, start, end, confidence: 0.8 }] });
    const marked = [{ type: 'ad_hominem', start: 0, end: 10 }];
    const right = [
      text([{ type: 'ad_hominem' }], finding('ad_hominem', 30, 40)),
      text(marked, finding('ad_hominem', 5, 20)),
      text(marked, finding('ad_hominem', 10, 20)),
      text(marked, finding('straw_man', 0, 10)),
      text([{ type: 'appeal_to_emotion' }], finding('appeal_to_fear', 0, 10), 'argotario'),
      text([], finding('ad_hominem', 0, 10)),
    ].map((one) => judgementsOfFindings([one])[0]?.isRight);
    expect(right).toEqual([true, true, false, false, true, false]);
  });
});

describe('the ROC curve', () => {
  it('goes from nothing to everything, one step for each score', () => {
    const scored = (isFallacious: boolean, score: number) => text(isFallacious ? [{ type: 'ad_hominem' }] : [], { labels: [], score });
    const curve = rocOf([scored(true, 0.9), scored(true, 0.4), scored(false, 0.4), scored(false, 0.1)])!;
    expect(curve.points).toEqual([{ falseAlarms: 0, recall: 0 }, { falseAlarms: 0, recall: 0.5 }, { falseAlarms: 0.5, recall: 1 }, { falseAlarms: 1, recall: 1 }]);
    expect(curve.area).toBe(0.875);
    expect(rocOf([scored(true, 0.9)])).toBeUndefined();
  });
});

describe('time', () => {
  it('is told by nearest rank, and in bins that hold every text', () => {
    const timing = timingOf(Array.from({ length: 100 }, (_, index) => index + 1))!;
    expect(timing).toMatchObject({ count: 100, p50Ms: 50, p95Ms: 95, p99Ms: 99, longestMs: 100 });
    expect(timing.bins.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(timingOf([0])).toMatchObject({ p50Ms: 0 });
    expect(timingOf([])).toBeUndefined();
  });
});

describe('the gate', () => {
  it('saves calls on clean texts and loses fallacious ones', () => {
    const texts = [[false, 0.1], [false, 0.4], [true, 0.2], [true, 0.9]].map(([isFallacious, suspicion]) => ({ source: 'made', isFallacious: isFallacious as boolean, suspicion: suspicion as number }));
    expect(gateCurve(texts, [0.15, 0.5])).toEqual([
      { threshold: 0.15, rows: [{ source: 'made', saved: 0.5, lost: 0 }], saved: 0.25, lost: 0 },
      { threshold: 0.5, rows: [{ source: 'made', saved: 1, lost: 0.5 }], saved: 0.75, lost: 0.5 },
    ]);
  });
});

describe('what is shown', () => {
  const hostile = '|<script>\u001b[31m`\n# x';
  const texts = [
    text([{ type: 'ad_hominem', start: 0, end: 10 }], { labels: [{ type: 'ad_hominem', start: 0, end: 10, confidence: 0.9 }], score: 0.9, ranked: ['ad_hominem'] }, hostile),
    text([], { labels: [], score: 0.1 }, hostile),
  ];
  const evaluation = evaluateTexts(texts, { rounds: 10, durationsMs: [1, 2], elapsedMs: 10, gate: gateCurve([{ source: hostile, isFallacious: true, suspicion: 1 }], [0.3]), spending: { texts: 2, calls: 1, spared: 1, degraded: 0, tokens: 100, costUsd: 0.002 } });

  it('holds nothing of a hostile name that acts', () => {
    const { markdown, pictures } = renderReport(evaluation, { title: 'Report', stem: 'report' });
    for (const shown of [renderTable(evaluation), markdown, ...Object.values(pictures)]) for (const sign of ['<script>', '\u001b', '\n# x']) expect(shown).not.toContain(sign);
    // Its name breaks no row of a table.
    for (const line of markdown.split('\n').filter((one) => one.startsWith('| ??script?'))) expect(line).toMatch(/^\| \?\?script\?.*\|$/);
  });

  it('says calls, calls saved and cost, and shows every picture it names', () => {
    const { markdown, pictures } = renderReport(evaluation, { title: 'Report', stem: 'report' });
    expect(markdown).toContain('1 calls, 1 of 2 texts spared (50 %), 0 answered offline in its place, 100 tokens, $0.002000');
    expect(Array.from(markdown.matchAll(/\]\(([^)]+)\)/g), ([, name]) => name).sort()).toEqual(Object.keys(pictures).sort());
    for (const svg of Object.values(pictures)) expect(svg).not.toMatch(/NaN|undefined/);
  });
});
