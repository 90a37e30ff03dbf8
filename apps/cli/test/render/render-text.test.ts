import { describe, expect, it } from '@jest/globals';

import { renderText } from '../../src/render/render-text.js';
import { displayWidth } from '../../src/terminal/display-width.js';
import { createPalette } from '../../src/terminal/palette.js';
import { aFallacy, anAnalysis, anOutcome, aReport, aReportOf, aSkippedReport } from '../support/a-report.js';

const PLAIN = { width: 80, palette: createPalette(false), isVerbose: false };
const HOSTILE = 'evil \u001b]0;owned\u0007\u001b[2J\u009b31m \u202etxt';
// eslint-disable-next-line no-control-regex -- what must not get through
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

describe('renderText', () => {
  it('puts the fallacies first, each with its quote, line, severity and reason', () => {
    const text = renderText(aReport(), 'speech.txt', PLAIN);
    expect(text.indexOf('FALLACIES')).toBeLessThan(text.indexOf('PERSPECTIVES'));
    expect(text).toContain('speech.txt\n30 words, 3 sentences, English · by patterns');
    expect(text).toMatch(/1\. Ad hominem {2}high severity {2}confidence high \(0\.8\) {2}line 3/);
    expect(text).toContain('“My opponent is a crook, so his tax plan must be wrong.”');
    expect(text).toContain('Attacks the person in place of the plan.');
  });

  it('shows every analysis that was made and no other', () => {
    const all = renderText(aReport(), 'x', PLAIN);
    for (const name of ['PERSPECTIVES', 'SENTIMENT', 'TOPICS', 'ROUTING', 'IN SHORT']) expect(all).toContain(name);
    const one = renderText(aReport({ outcomes: { sentiment: anOutcome() }, routing: null }), 'x', PLAIN);
    expect(one).toContain('SENTIMENT');
    for (const name of ['FALLACIES', 'PERSPECTIVES', 'TOPICS', 'ROUTING']) expect(one).not.toContain(name);
  });

  it('draws balance and bias as bars', () => {
    const text = renderText(aReport(), 'x', PLAIN);
    expect(text).toMatch(/balance +█{5}░{15} 0\.25/);
    expect(text).toMatch(/bias +█{12}░{8} 0\.60/);
  });

  it('says honestly what finding nothing means', () => {
    expect(renderText(aReportOf(), 'x', PLAIN)).toContain('does not prove');
  });

  it('says that there was nothing to analyse', () => {
    expect(renderText(aSkippedReport(), 'empty.txt', PLAIN)).toBe('empty.txt\nNothing to analyse: empty text.\n');
  });

  it('names the model that answered, its price, and why another could not', () => {
    const outcomes = {
      fallacies: anOutcome({ analysis_method: 'llm_instructor', model: 'acme/large', cost_usd: 0.0012 }),
      sentiment: anOutcome({ status: 'degraded', reason: 'the model timed out' }),
    };
    const text = renderText(aReport({ status: 'degraded', reason: 'sentiment: the model timed out', outcomes }), 'x', PLAIN);
    expect(text).toContain('by acme/large + patterns');
    expect(text).toContain('$0.0012');
    expect(text).toContain('degraded: sentiment: the model timed out');
  });

  it('tells of an analysis that failed in the place of its result', () => {
    const failed = anOutcome({ status: 'failed', analysis_method: null, reason: 'it broke', limitations: [] });
    const analysis = anAnalysis({ fallacy_analysis: null, key_topics: [] });
    const outcomes = { ...aReport().outcomes, fallacies: failed, topics: failed };
    const text = renderText(aReport({ status: 'degraded', reason: 'x', analysis, outcomes }), 'x', PLAIN);
    expect(text).toContain('FALLACIES  failed\n  it broke');
    expect(text).toContain('TOPICS  failed\n  it broke');
  });

  it.each([36, 40, 60, 80, 120])('keeps to %d columns', (width) => {
    const long = anAnalysis({
      key_topics: [{ topic: '日本の経済政策と社会保障', relevance: 0.5, keywords: Array.from({ length: 10 }, () => '経済政策'), context: null }],
    });
    const text = renderText(aReport({ analysis: long }), `${'very-long-name/'.repeat(20)}x.md`, { ...PLAIN, width });
    const longest = Math.max(...text.split('\n').map(displayWidth));
    expect(longest).toBeLessThanOrEqual(width);
  });

  it('lets nothing of the text act on the terminal', () => {
    const { fallacy_analysis, sentiment } = anAnalysis();
    const fallacies = [aFallacy({ quote: HOSTILE, explanation: `${HOSTILE} ${HOSTILE}` })];
    const analysis = anAnalysis({
      fallacy_analysis: fallacy_analysis && { ...fallacy_analysis, fallacies },
      key_topics: [{ topic: HOSTILE, relevance: 1, keywords: [HOSTILE], context: HOSTILE }],
      sentiment: sentiment && { ...sentiment, dominant_emotion: HOSTILE },
      executive_summary: HOSTILE.repeat(3),
      actionable_insights: [HOSTILE],
    });
    const outcomes = { ...aReport().outcomes, routing: anOutcome({ limitations: [HOSTILE] }) };
    const report = aReport({ status: 'degraded', reason: HOSTILE, analysis, outcomes });
    expect(renderText(report, HOSTILE, { ...PLAIN, isVerbose: true })).not.toMatch(ACTS);
  });

  it('colours by severity, and the text below the colours is the same', () => {
    const colored = renderText(aReportOf('low', 'critical'), 'x', { ...PLAIN, palette: createPalette(true) });
    expect(colored).toContain('\u001b[32mlow severity\u001b[39m');
    expect(colored).toContain('\u001b[31mcritical severity');
    // eslint-disable-next-line no-control-regex -- colour codes
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(renderText(aReportOf('low', 'critical'), 'x', PLAIN));
  });

  it('shows a few limitations, and all of them when asked', () => {
    const limitations = ['First thing.', 'Second thing.', 'Third thing.'];
    const report = aReport({ outcomes: { sentiment: anOutcome({ limitations }), topics: anOutcome({ limitations }) } });
    const few = renderText(report, 'x', PLAIN);
    expect(few).toContain('2 of 3, -v shows all');
    expect(few).not.toContain('Third thing.');
    const all = renderText(report, 'x', { ...PLAIN, isVerbose: true });
    expect(all.split('Third thing.')).toHaveLength(2);
  });
});
