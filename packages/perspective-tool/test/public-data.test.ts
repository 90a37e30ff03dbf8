import { isCompleted } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { createPerspectiveTool } from '../src/index.js';
import { publicTexts, whyNoPublicData } from '@discord-intelligence/testing/public-data';

const tool = createPerspectiveTool();

/** Share of texts that are said to speak from a standpoint. */
async function shareShown(source: string): Promise<number> {
  const texts = publicTexts(source);
  let shown = 0;
  for (const text of texts) {
    const outcome = await tool.analyze(text);
    if (!isCompleted(outcome)) throw new Error(`${source}: ${outcome.status}`);
    if (outcome.result.perspectives.some(({ perspective_type: type }) => type !== 'neutral')) shown += 1;
  }
  return shown / texts.length;
}

(whyNoPublicData === undefined ? describe : describe.skip)(`on public texts${whyNoPublicData === undefined ? '' : ` (skipped: ${whyNoPublicData})`}`, () => {
  it.each(['globalvoices', 'reddit_random', 'missci'])('sees a standpoint in fewer than 1 %% of %s, which mostly has none', async (source) => {
    expect(await shareShown(source)).toBeLessThan(0.01);
  });

  it('sees more of them in presidential debates', async () => {
    expect(await shareShown('elecdeb')).toBeGreaterThan(0.03);
  });
});
