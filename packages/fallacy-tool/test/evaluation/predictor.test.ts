import { describe, expect, it } from '@jest/globals';

import { createPredictor } from '../../src/evaluation.js';

describe('a prediction without a language model', () => {
  it('finds what the tool finds: in a transcript nothing that joins the words of two speakers', async () => {
    const talk = 'Anna: I hear that everyone in this whole town is buying this phone\nBen: so it must be the best\nAnna: Everyone is buying this phone, so it must be the best.';
    const { prediction, calls } = await createPredictor()(talk);
    expect(calls).toBe(0);
    expect(prediction.labels.map(({ type, start, end }) => [type, talk.slice(start, end)])).toContainEqual(['appeal_to_popularity', 'Everyone is buying this phone, so it must be the best.']);
    for (const { start, end } of prediction.labels) expect(talk.slice(start, end)).not.toContain('\n');
  });

  it('needs a language model for a method that asks one', () => {
    expect(() => createPredictor({ method: 'llm' })).toThrow(RangeError);
  });
});
