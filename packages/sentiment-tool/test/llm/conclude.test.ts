import type { PartAnswer } from '@discord-intelligence/analysis-tool';
import type { SentimentAnalysis } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { concludeSentiment } from '../../src/llm/conclude.js';

const on = (share: number, answer: SentimentAnalysis): PartAnswer<SentimentAnalysis> => ({ share, answer, part: { text: '', start: 0, end: 0 } });
const JOY: SentimentAnalysis = { polarity: 1, subjectivity: 1, intensity: 0.5, dominant_emotion: ' Joy ', confidence: 'very_high' };
const NOTHING: SentimentAnalysis = { polarity: 0, subjectivity: 0, intensity: 0, dominant_emotion: null, confidence: 'low' };

describe('a feeling that a model measured', () => {
  it('is taken as it is, its emotion in lower case', () => {
    expect(concludeSentiment([on(1, JOY)])).toEqual({ ...JOY, dominant_emotion: 'joy' });
  });

  it('of several parts is their mean, each part by its length', () => {
    expect(concludeSentiment([on(0.25, JOY), on(0.75, NOTHING)])).toEqual({ polarity: 0.25, subjectivity: 0.25, intensity: 0.13, dominant_emotion: null, confidence: 'medium' });
    expect(concludeSentiment([on(0.6, JOY), on(0.4, NOTHING)]).dominant_emotion).toBe('joy');
  });
});
