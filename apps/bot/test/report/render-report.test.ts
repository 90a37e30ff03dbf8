import { describe, expect, it } from '@jest/globals';

import { renderReport } from '../../src/report/render-report.js';
import { reportFiles } from '../../src/report/report-files.js';
import { buildReport } from '../support/build-report.js';
import { HOSTILE_PIECES } from '../support/hostile-text.js';

describe('the full report', () => {
  it('holds every finding with the whole quote and the whole reason', () => {
    const fallacies = Array.from({ length: 50 }, (_, index) => ({
      quote: `quote ${index} ${'q'.repeat(900)} end`,
      explanation: `reason ${index} ${'r'.repeat(1900)} end`,
    }));
    const text = renderReport(buildReport({ fallacies }));

    for (const { quote, explanation } of fallacies) {
      expect(text).toContain(`> \u2068${quote}\u2069`);
      expect(text).toContain(explanation);
    }
  });

  it('holds every part of the analysis', () => {
    const text = renderReport(buildReport({ fallacies: [{}], topics: ['taxes', 'housing'], status: 'degraded', reason: 'no model' }));

    for (const title of ['# Analysis', '## Reasoning', '## Perspectives', '## Mood', '## Topics', '## Routing', '## What to do', '## Limits', '## Method']) {
      expect(text.split('\n')).toContain(title);
    }
    expect(text).toContain('degraded: no model');
    expect(text).toContain('Missing: conservative');
  });

  it('leaves out what was not analysed', () => {
    const text = renderReport({ ...buildReport(), analysis: null, routing: null });

    expect(text).not.toContain('## Reasoning');
    expect(text).toContain('## Method');
  });

  it('lets nothing out of the text become markup', () => {
    const hostile = HOSTILE_PIECES.join('');
    const report = buildReport({ fallacies: [{ quote: hostile, explanation: hostile }], topics: [hostile], suggestedAction: hostile, emotion: hostile });
    const text = renderReport(report);

    expect(text).not.toMatch(/https?:\/\//);
    expect(text).not.toMatch(/(?<!\\)[<@`[]/);
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(10);
  });

  it('comes as Markdown and as JSON that holds the report unchanged', () => {
    const report = buildReport({ fallacies: [{ quote: 'a "quote" 👍🏽' }] });
    const [markdown, json] = reportFiles(report);

    expect(markdown).toMatchObject({ name: 'report.md' });
    expect(json).toMatchObject({ name: 'report.json' });
    expect(JSON.parse(String(json?.attachment))).toEqual(report);
  });
});
