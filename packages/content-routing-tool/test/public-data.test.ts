import { isCompleted } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { createContentRoutingTool } from '../src/index.js';
import { publicTexts, whyNoPublicData } from '@discord-intelligence/testing/public-data';

const tool = createContentRoutingTool();

/** Share of texts that come out as one of some types, and of texts that are processed. */
async function measure(source: string, types: readonly string[]): Promise<{ readonly typed: number; readonly processed: number }> {
  const texts = publicTexts(source);
  let typed = 0;
  let processed = 0;
  for (const text of texts) {
    const outcome = await tool.analyze(text);
    if (outcome.status === 'skipped') continue;
    if (!isCompleted(outcome)) throw new Error(`${source}: ${outcome.status}`);
    const { classification, decision } = outcome.result;
    if (types.includes(classification.primary_type)) typed += 1;
    if (decision.suggested_action === 'process') processed += 1;
  }
  return { typed: typed / texts.length, processed: processed / texts.length };
}

(whyNoPublicData === undefined ? describe : describe.skip)(`on public texts${whyNoPublicData === undefined ? '' : ` (skipped: ${whyNoPublicData})`}`, () => {
  // The sources say where a text comes from, not what type it is, so these are floors, not scores.
  it.each([
    ['missci', ['scientific'], 0.8],
    ['elecdeb', ['political', 'discussion'], 0.7],
    ['globalvoices', ['political', 'news'], 0.55],
    ['touche26', ['discussion', 'political'], 0.6],
  ] as const)('finds most of %s to be %p and processes nearly all of it', async (source, types, least) => {
    const { typed, processed } = await measure(source, types);
    expect(typed).toBeGreaterThan(least);
    expect(processed).toBeGreaterThan(0.98);
  });

  it('processes nearly all of random comments, however short', async () => {
    expect((await measure('reddit_random', [])).processed).toBeGreaterThan(0.98);
  });
});
