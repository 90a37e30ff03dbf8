import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { createSentimentTool } from '../src/index.js';

describe('the sentiment tool', () => {
  it('answers with the sentiment, the method and its limits', async () => {
    const outcome = await createSentimentTool().analyze('The service was not good');
    expect(outcome).toMatchObject({
      status: 'success',
      analysis_method: 'pattern_matching',
      attempts: 0,
      result: { polarity: -0.341, dominant_emotion: null, confidence: 'low' },
    });
    expect(outcome).toHaveProperty('limitations', expect.arrayContaining([expect.stringContaining('Sarcasm')]));
  });

  it('takes a text or the document made of it', async () => {
    const tool = createSentimentTool();
    const text = 'What a lovely surprise!';
    const [ofText, ofDocument] = [await tool.analyze(text), await tool.analyze(createTextDocument(text))];
    expect(ofDocument).toHaveProperty('result', (ofText as { result?: unknown }).result);
  });

  it.each(['', '  \n', '...', '🎉🎉'])('skips a text without words: %j', async (text) => {
    expect(await createSentimentTool().analyze(text)).toMatchObject({ status: 'skipped' });
  });

  it('says of text in another language that little will be found', async () => {
    const outcome = await createSentimentTool().analyze('Der Film war nicht gut und die Musik hat mir auch nicht gefallen.');
    expect(outcome).toHaveProperty('limitations', expect.arrayContaining([expect.stringContaining('German')]));
  });
});
