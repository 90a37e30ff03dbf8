import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { createTopicTool } from '../src/index.js';

describe('the topic tool', () => {
  it('answers with the topics, the method and its limits', async () => {
    expect(await createTopicTool().analyze('The lighthouse keeper left. Nobody replaced the lighthouse keeper.')).toMatchObject({
      status: 'success',
      analysis_method: 'pattern_matching',
      attempts: 0,
      result: [{ topic: 'lighthouse keeper', relevance: 1, keywords: ['lighthouse', 'keeper'] }],
      limitations: expect.arrayContaining([expect.stringContaining('words of the text')]) as unknown,
    });
  });

  it('takes a text or the document made of it', async () => {
    const tool = createTopicTool();
    const text = 'The senate debated the pension reform.';
    const [ofText, ofDocument] = [await tool.analyze(text), await tool.analyze(createTextDocument(text))];
    expect(ofDocument).toHaveProperty('result', (ofText as { result?: unknown }).result);
  });

  it.each(['', ' \n', '?!', '🎉'])('skips a text without words: %j', async (text) => {
    expect(await createTopicTool().analyze(text)).toMatchObject({ status: 'skipped' });
  });
});
