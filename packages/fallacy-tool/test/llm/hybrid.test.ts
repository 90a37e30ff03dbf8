import { createTextDocument, type LanguageModel } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { createFallacyTool, createTextJudge, DEFAULT_GATE } from '../../src/index.js';

const CROWD = 'Everyone in town is buying this phone, so it must be the best phone there is.';
const NEWS = 'The ministry said on Tuesday that the bridge over the river will be closed for repairs until the end of March, and that buses will run twice an hour.';

/** A model that finds nothing, and remembers what it was asked. */
function quietModel() {
  const asked: string[] = [];
  const languageModel = {
    model: 'quiet',
    client: {
      chat: {
        completions: {
          createWithMeta: async ({ messages }: { messages: readonly { content: string }[] }) => {
            asked.push(messages.map(({ content }) => content).join('\n'));
            return { data: { fallacies: [], overall_quality: 'good', credibility_score: 0.9, summary: 'Nothing was found in this short text.', recommendations: [], key_issues: [] }, meta: { model: 'quiet', attempts: [{}], usage: undefined } };
          },
        },
      },
    },
  } as unknown as LanguageModel;
  return { asked, languageModel };
}

describe('a language model and the offline path together', () => {
  it('point the model to what the wording suggests, as material and not as an order', async () => {
    const { asked, languageModel } = quietModel();
    const outcome = await createFallacyTool({ languageModel, hybrid: {} }).analyze(CROWD);
    expect(outcome).toMatchObject({ status: 'success', analysis_method: 'llm_instructor', result: { fallacies: [] }, attempts: 1 });
    expect(asked[0]).toMatch(/Hints of a pattern matcher:\nBEGIN ([0-9a-f]+)\n- appeal_to_popularity: Everyone in town[^\n]*\nEND \1/);
    expect(asked[0]).toContain('Hints are no reason to find anything');
  });

  it('do not ask about a text that gives no cause for suspicion, and say so', async () => {
    const { asked, languageModel } = quietModel();
    const outcome = await createFallacyTool({ languageModel, hybrid: { gate: 0.9 } }).analyze(NEWS);
    expect(asked).toHaveLength(0);
    expect(outcome).toMatchObject({ status: 'success', analysis_method: 'pattern_matching', attempts: 0, limitations: expect.arrayContaining([expect.stringContaining('language model was not asked')]) });
  });

  it('ask about every text when the gate is open, and about any that is not surely English', async () => {
    const { asked, languageModel } = quietModel();
    await createFallacyTool({ languageModel, hybrid: { gate: 0 } }).analyze(NEWS);
    await createFallacyTool({ languageModel, hybrid: { gate: 1 } }).analyze('Die Brücke über den Fluss bleibt bis Ende März gesperrt, und die Busse fahren zweimal in der Stunde.');
    expect(asked).toHaveLength(2);
    expect(asked[1]).not.toContain('Hints of a pattern matcher:\n');
  });

  it('give as many hints as they are told to', async () => {
    const { asked, languageModel } = quietModel();
    await createFallacyTool({ languageModel, hybrid: { hints: 0 } }).analyze(CROWD);
    expect(asked[0]).not.toContain('Hints of a pattern matcher:\n');
  });

  it('give no hint that joins the words of two speakers, or ends in half a letter', async () => {
    const { asked, languageModel } = quietModel();
    const tool = createFallacyTool({ languageModel, hybrid: { gate: 0 } });
    await tool.analyze(`Anna: I hear that everyone in this whole town is buying this phone\nBen: so it must be the best\nAnna: ${CROWD}`);
    expect(asked[0]).toContain(`- appeal_to_popularity: ${CROWD}`);
    expect(asked[0]).not.toMatch(/^- .*Ben:/m);
    await tool.analyze(`Everyone ${'𝒶'.repeat(300)} says so it must be true, and that is all that there is to say about it`);
    expect(asked[1]).toMatch(/^- appeal_to_popularity: Everyone 𝒶/mu);
    expect(asked[1]).not.toMatch(/\p{Surrogate}/u);
  });

  it('leave what is wrong with the input to the tool', async () => {
    const { languageModel } = quietModel();
    const tool = createFallacyTool({ languageModel, hybrid: {} });
    expect(await tool.analyze('')).toMatchObject({ status: 'skipped' });
    expect(await tool.analyze(undefined as unknown as string)).toMatchObject({ status: 'failed' });
  });

  it.each([[{ gate: 2 }, 'hybrid.gate must be from 0 to 1, got 2'], [{ gate: Number.NaN }, 'hybrid.gate'], [{ hints: -1 }, 'hybrid.hints must be a whole number from 0, got -1']])('refuse %j', (hybrid, message) => {
    const { languageModel } = quietModel();
    expect(() => createFallacyTool({ languageModel, hybrid })).toThrow(message);
  });
});

describe('the judge of texts', () => {
  it('finds a fallacy more suspicious than news, and ranks every type', () => {
    const judge = createTextJudge();
    const [crowd, news] = [CROWD, NEWS].map((text) => judge.judge(createTextDocument(text)));
    expect(crowd!.suspicion).toBeGreaterThan(news!.suspicion);
    expect(crowd!.suspicion).toBeGreaterThan(DEFAULT_GATE);
    expect(new Set(crowd!.ranked).size).toBe(51);
    expect(judge.judge(createTextDocument('…'))).toMatchObject({ suspicion: 0 });
  });
});
