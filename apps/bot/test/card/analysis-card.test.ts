import { describe, expect, it } from '@jest/globals';
import type { AnalysisReport } from '@discord-intelligence/pipeline';
import { FALLACY_TYPES, SeverityLevel } from '@discord-intelligence/response-models';
import { createDice } from '@discord-intelligence/testing/random';
import { type APIContainerComponent, ComponentType } from 'discord.js';

import { createAnalysisCard } from '../../src/card/analysis-card.js';
import type { AnalysisSource } from '../../src/card/source.js';
import { buildReport, type ReportParts } from '../support/build-report.js';
import { hostileText, isWellFormed } from '../support/hostile-text.js';

const SOURCE: AnalysisSource = { kind: 'text', text: 'you are stupid, so you are wrong' };

const textsOf = ({ components }: APIContainerComponent) =>
  components.flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []));
const cardText = (report: AnalysisReport, source: AnalysisSource = SOURCE) =>
  textsOf(createAnalysisCard(report, source).toContainer([])).join('\n');
const colourOf = (parts: ReportParts) => createAnalysisCard(buildReport(parts), SOURCE).toContainer([]).accent_color;

describe('the analysis card', () => {
  it('says first how many fallacies there are, how bad, and how credible the text is', () => {
    const text = cardText(buildReport({ fallacies: [{ severity: 'high' }, { severity: 'low' }], credibility: 0.42 }));

    expect(text).toMatch(/^### 2 possible fallacies, high severity · credibility 42 %\n/);
  });

  it('says that nothing was found', () => {
    expect(cardText(buildReport({ fallacies: [], credibility: 0.9 }))).toMatch(/^### No fallacies found · credibility 90 %\n/);
  });

  it('says that the reasoning could not be judged where that analysis is missing', () => {
    const report = buildReport();
    const withoutFallacies = { ...report, analysis: report.analysis && { ...report.analysis, fallacy_analysis: null } };

    expect(cardText(withoutFallacies)).toContain('### The reasoning could not be judged');
  });

  it('shows each finding with its name, severity, quote and reason', () => {
    const text = cardText(
      buildReport({
        fallacies: [{ fallacy_type: 'slippery_slope', severity: 'critical', confidence: 'very_high', quote: 'next thing you know', explanation: 'No step is shown.' }],
      }),
    );

    expect(text).toContain('**Slippery slope** · critical severity · very high confidence\n> \u2068next thing you know\u2069\nNo step is shown\\.');
  });

  it('shows the three worst findings, and how many more there are', () => {
    const card = createAnalysisCard(
      buildReport({
        fallacies: [
          { severity: 'low', quote: 'first' },
          { severity: 'critical', quote: 'second' },
          { severity: 'medium', quote: 'third', confidence: 'low' },
          { severity: 'medium', quote: 'fourth', confidence: 'high' },
          { severity: 'low', quote: 'fifth' },
        ],
      }),
      SOURCE,
    );
    const text = textsOf(card.toContainer([])).join('\n');

    expect([...text.matchAll(/> \u2068(\w+)\u2069/g)].map(([, quote]) => quote)).toEqual(['second', 'fourth', 'third']);
    expect(text).toContain('And 2 more findings in the full report.');
    expect(card.isCut).toBe(true);
  });

  it('shows what is repeated once', () => {
    const text = cardText(buildReport({ fallacies: [{ quote: 'again' }, { quote: 'again' }, { quote: 'again' }, { quote: 'once' }] }));

    expect([...text.matchAll(/> \u2068(\w+)\u2069/g)].map(([, quote]) => quote)).toEqual(['again', 'once']);
    expect(text).toContain('And 2 more findings in the full report.');
  });

  it('is not cut when everything fits', () => {
    expect(createAnalysisCard(buildReport({ fallacies: [{ quote: 'a' }, { quote: 'b' }, { quote: 'c' }] }), SOURCE).isCut).toBe(false);
  });

  it('is cut when a quote, a reason or a topic is', () => {
    for (const parts of [
      { fallacies: [{ quote: 'word '.repeat(100) }] },
      { fallacies: [{ explanation: 'word '.repeat(100) }] },
      { topics: ['a', 'b', 'c', 'd', 'e', 'f'] },
      { topics: ['word '.repeat(30)] },
    ] satisfies ReportParts[]) {
      expect(createAnalysisCard(buildReport(parts), SOURCE).isCut).toBe(true);
    }
  });

  it('shows balance, mood, topics and routing', () => {
    const text = cardText(buildReport({ topics: ['taxes', 'housing'] }));

    expect(text).toContain('**Balance** `█████░░░░░` 50 % · bias 25 % · leading standpoint: progressive');
    expect(text).toContain('**Mood** strongly negative · 70 % opinion · anger');
    expect(text).toContain('**Topics** \u2068taxes\u2069, \u2068housing\u2069');
    expect(text).toContain('**Kind** political · suggested action: \u2068flag for review\u2069');
  });

  it.each([
    ['patterns', {}],
    ['model openai/gpt-4o', { analysis_method: 'llm_instructor', model: 'openai/gpt-4o' }],
    ['no method', { analysis_method: null }],
  ] as const)('names the method: %s', (badge, outcome) => {
    const shown = cardText(buildReport({ outcome })).replaceAll('\\', '');

    expect(shown).toContain(`-# Method: ${badge} · 13 ms · 4 words · English`);
  });

  it('says what the method cannot see, and why a result is reduced', () => {
    const text = cardText(buildReport({ status: 'degraded', reason: 'fallacies: the model did not answer' }));

    expect(text).toContain('-# Limits: Cues cannot see sarcasm\\.');
    expect(text).toContain('-# Reduced: fallacies\\: the model did not answer');
  });

  it('says what it is about', () => {
    expect(cardText(buildReport(), { kind: 'text', text: 'Hi *there*' })).toContain('-# About “\u2068Hi \\*there\\*\u2069”');
    expect(cardText(buildReport(), { kind: 'message', url: 'https://discord.com/channels/1/2/3' })).toContain(
      '-# About [this message](https://discord.com/channels/1/2/3)',
    );
  });

  it('has the colour of the worst finding, and of the credibility where there is none', () => {
    const colours = SeverityLevel.options.map((severity) => colourOf({ fallacies: [{ severity: 'low' }, { severity }] }));

    expect(new Set(colours).size).toBe(4);
    expect(colourOf({ credibility: 0.9 })).not.toBe(colourOf({ credibility: 0.5 }));
    expect(colours).not.toContain(colourOf({ credibility: 0.9 }));
  });

  it('leaves out the language when it is unknown or no code at all', () => {
    for (const language of ['und', '', 'not a code']) expect(cardText(buildReport({ language }))).toMatch(/· 4 words\n/);
  });

  it('shows every attached file through a component', () => {
    const container = createAnalysisCard(buildReport(), SOURCE).toContainer(['report.md', 'report.json']);
    const files = container.components.flatMap((component) => (component.type === ComponentType.File ? [component.file.url] : []));

    expect(files).toEqual(['attachment://report.md', 'attachment://report.json']);
  });

  it('keeps within what Discord allows a message, whatever the report holds', () => {
    let longest = 0;
    const seed = 4000;
    const random = createDice(seed);
    const long = (max: number) => hostileText(random, random.whole(2) === 0 ? max : 1 + random.whole(max));
    for (let round = 0; round < 60; round += 1) {
      const report = buildReport({
        fallacies: Array.from({ length: random.whole(51) }, () => ({
          fallacy_type: random.pick(FALLACY_TYPES),
          quote: long(1000),
          explanation: long(2000),
          severity: random.pick(SeverityLevel.options),
          confidence: 'very_high' as const,
        })),
        topics: Array.from({ length: random.whole(16) }, () => long(200)),
        status: 'degraded',
        reason: long(5000),
        suggestedAction: long(100),
        emotion: long(200),
        outcome: { limitations: Array.from({ length: 5 }, () => long(500)), analysis_method: 'llm_instructor', model: long(300) },
        credibility: random.whole(101) / 100,
      });
      const source: AnalysisSource = random.whole(2) === 0
        ? { kind: 'text', text: long(6000) }
        : { kind: 'message', url: `https://discord.com/channels/${'9'.repeat(20)}/${'9'.repeat(20)}/${'9'.repeat(20)}` };
      const container = createAnalysisCard(report, source).toContainer(['report.md', 'report.json']);
      const texts = textsOf(container);
      longest = Math.max(longest, texts.join('').length);
      const at = `seed ${seed}, round ${round}`;

      expect([at, texts.join('').length <= 4000]).toEqual([at, true]);
      expect([at, 1 + container.components.length <= 40]).toEqual([at, true]);
      expect([at, texts.every((text) => text.trim() !== '' && isWellFormed(text))]).toEqual([at, true]);
      // Our own link aside, nothing links and nothing mentions.
      const foreign = texts.join('\n').replace(/\[this message\]\(https:[^)]*\)/, '');
      expect([at, /https?:\/\/|(?<!\\)[<@]|discord\.gg/.test(foreign)]).toEqual([at, false]);
    }
    // The room is there to be used: a test of small cards would prove nothing.
    expect(longest).toBeGreaterThan(3500);
  });
});
