import { ANALYSIS_NAMES } from '@discord-intelligence/pipeline';
import { describe, expect, it } from '@jest/globals';

import { ANALYSES } from '../../src/options/analyze-options.js';
import { parseOnly } from '../../src/options/parse-only.js';

describe('parseOnly', () => {
  it('reads names in any case and order, once each', () => {
    expect(parseOnly('Sentiment, fallacies,sentiment')).toEqual(['fallacies', 'sentiment']);
  });

  it.each([
    ['sentimnet', 'sentiment'],
    ['fallacy', 'fallacies'],
    ['topic', 'topics'],
    ['perspektives', 'perspectives'],
    ['route', 'routing'],
  ])('takes %s for a slip and asks for %s', (typed, meant) => {
    expect(() => parseOnly(typed)).toThrow(`Did you mean ${meant}?`);
  });

  it('names what there is when nothing is near', () => {
    expect(() => parseOnly('weather')).toThrow('fallacies, perspectives, sentiment, topics, routing');
    expect(() => parseOnly('weather')).not.toThrow('Did you mean');
  });

  it('refuses an empty list', () => {
    expect(() => parseOnly(' , ')).toThrow('at least one');
  });

  it('shows nothing that acts on a terminal', () => {
    expect(() => parseOnly('\u001b[31m')).toThrow("'␛[31m'");
  });
});

describe('the analyses that --only takes', () => {
  it('are those of the pipeline', () => {
    expect(ANALYSES).toEqual(ANALYSIS_NAMES);
  });
});
