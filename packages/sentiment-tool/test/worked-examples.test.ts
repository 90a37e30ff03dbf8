import { describe, expect, it } from '@jest/globals';

import { analyze, sideOf } from './analyze.js';
import { WORKED_EXAMPLES } from './data/worked-examples.js';

describe('a sentence', () => {
  it.each(WORKED_EXAMPLES.map(([side, sentence, emotion]) => ({ side, sentence, emotion })))('is $side: $sentence', async ({ side, sentence, emotion }) => {
    const sentiment = await analyze(sentence);
    expect(sideOf(sentiment)).toBe(side);
    if (emotion !== undefined) expect(sentiment.dominant_emotion).toBe(emotion);
  });
});
