import { loadConfig } from '@discord-intelligence/config';
import { type FakeOpenAI, startFakeOpenAI } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { createLanguageModels, createTextAnalyzer, type OpenLanguageModels } from '../src/index.js';
import { answerAll, questionOf } from './support/answering-model.js';

const NEWS = 'The ministry said on Tuesday that the bridge over the river will be closed for repairs until the end of March, and that buses will run twice an hour.';
const CROWD = 'Everyone in town is buying this phone, so it must be the best phone there is.';

async function modelsOf(openai: FakeOpenAI, environment: Record<string, string>): Promise<OpenLanguageModels> {
  return (await createLanguageModels(loadConfig({ OPENAI_BASE_URL: openai.baseUrl, OPENAI_MODEL: 'test-model', ...environment })))!;
}

describe('a gate before the language model', () => {
  it.each([
    ['one server', {}],
    ['the router', { ENABLE_LITELLM_ROUTER: 'true' }],
  ])('keeps texts that look clean from it, and points it to what does not, over %s', async (_, environment) => {
    await using openai = await startFakeOpenAI();
    answerAll(openai);
    await using languageModels = await modelsOf(openai, { ANALYSIS_FALLACY_GATE: '0.9', ...environment });
    const analyze = createTextAnalyzer({ languageModels });

    const { status, outcomes } = await analyze(NEWS, { only: ['fallacies', 'sentiment'] });
    expect(openai.calls.map(questionOf)).toEqual(['sentiment_analysis', 'comprehensive_analysis']);
    expect(status).toBe('success');
    expect(outcomes.fallacies).toMatchObject({ status: 'success', analysis_method: 'pattern_matching', attempts: 0, limitations: expect.arrayContaining([expect.stringContaining('was not asked')]) });

    await analyze(CROWD, { only: ['fallacies'] });
    expect(questionOf(openai.calls[2]!)).toBe('fallacy_analysis');
    expect(JSON.stringify(openai.calls[2]!.body)).toContain('- appeal_to_popularity: Everyone in town');
  });

  it('is not there unless it is asked for', async () => {
    await using openai = await startFakeOpenAI();
    answerAll(openai);
    await using languageModels = await modelsOf(openai, {});
    await createTextAnalyzer({ languageModels })(NEWS, { only: ['fallacies'] });
    expect(openai.calls.map(questionOf)).toContain('fallacy_analysis');
    expect(() => createTextAnalyzer({ languageModels: { ...languageModels, fallacyGate: 2 } })).toThrow('hybrid.gate must be from 0 to 1');
  });
});
