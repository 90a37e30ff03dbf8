import { describe, expect, it } from '@jest/globals';

import { escapeMarkdown } from '../../src/render/escape-markdown.js';
import { renderMarkdown } from '../../src/render/render-markdown.js';
import { aFallacy, anAnalysis, anOutcome, aReport, aReportOf, aSkippedReport } from '../support/a-report.js';

describe('renderMarkdown', () => {
  it('makes a document with the summary first, then a section for each analysis', () => {
    const text = renderMarkdown(aReport(), 'speech.txt');
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# Analysis of speech.txt',
      '## Fallacies',
      '### 1. Ad hominem',
      '## Perspectives',
      '## Sentiment',
      '## Topics',
      '## Routing',
      '## What this cannot see',
    ]);
    expect(text.indexOf('one possible fallacy')).toBeLessThan(text.indexOf('## Fallacies'));
    expect(text).toContain('> My opponent is a crook, so his tax plan must be wrong.\n');
    expect(text).toContain('| tax plan | 0.90 | tax, plan |');
    expect(text).toContain('Method: patterns.');
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
  });

  it('is honest about finding nothing, and about nothing to analyse', () => {
    expect(renderMarkdown(aReportOf(), 'x')).toContain('does not prove');
    expect(renderMarkdown(aSkippedReport(), 'x')).toBe('# Analysis of x\n\nNothing to analyse: empty text.\n');
  });

  it('tells of an analysis that failed', () => {
    const outcomes = { topics: anOutcome({ status: 'failed', analysis_method: null, reason: 'it *broke*' }) };
    expect(renderMarkdown(aReport({ outcomes, status: 'degraded' }), 'x')).toContain('## Topics\n\nfailed: it \\*broke\\*');
  });

  it('gives the text no say in the document', () => {
    const quote = 'a\n\n# Title\n<script>x</script> [x](javascript:1) ![p](//t/p.png) | cell `code` @everyone\n---';
    const result = anAnalysis().fallacy_analysis;
    const analysis = anAnalysis({
      fallacy_analysis: result && { ...result, fallacies: [aFallacy({ quote, explanation: '1. one' })] },
      key_topics: [{ topic: 'a | b', relevance: 1, keywords: ['c|d'], context: null }],
    });
    const text = renderMarkdown(aReport({ analysis }), '# name <b>');
    expect(text).not.toMatch(/(?<!\\)<(script|b)/);
    expect(text).not.toMatch(/(?<!\\)\[x|(?<!\\)!\[/);
    expect(text).not.toContain('@everyone');
    expect(text).not.toMatch(/^# Title/m);
    expect(text).toContain('# Analysis of \\# name \\<b\\>');
    expect(text).toContain('| a \\| b | 1.00 | c\\|d |');
    expect(text).toContain('\n1\\. one\n');
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['- a list', '\\- a list'],
    ['12) a list', '12\\) a list'],
    ['+ a list', '\\+ a list'],
    ['=== a heading', '\\=== a heading'],
    ['a - b + c. 1. d', 'a - b + c. 1. d'],
    ['snake_case *bold* ~~gone~~ ||spoiler||', 'snake\\_case \\*bold\\* \\~\\~gone\\~\\~ \\|\\|spoiler\\|\\|'],
    ['C:\\path', 'C:\\\\path'],
    ['me@example.org', 'me@\u2060example.org'],
    ['\u001b[31m', '␛\\[31m'],
  ])('makes %j harmless', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});
