import { startFakeOpenAI, toolCall } from '@discord-intelligence/testing';
import { describe, expect, it, jest } from '@jest/globals';

import { spawnServer } from './support/spawn-server.js';

// It starts Node and compiles the sources in it.
jest.setTimeout(120_000);

const FEELING = { polarity: 0.75, subjectivity: 0.5, intensity: 0.5, dominant_emotion: 'joy', confidence: 'high' };
const OVERVIEW = { executive_summary: 'The text is glad about the new road, and says so in one short sentence.', actionable_insights: [] };

describe('the server with a language model', () => {
  it('asks it for analyses, not for its own check, and answers by patterns once it is gone', async () => {
    await using openai = await startFakeOpenAI();
    await using server = spawnServer({ OPENAI_BASE_URL: openai.baseUrl, OPENAI_MODEL: 'local', INSTRUCTOR_MAX_RETRIES: '0' });
    const url = await server.url;
    const analyze = async () => {
      const response = await fetch(`${url}/v1/analyze`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'The new road is fine.', only: ['sentiment'] }),
      });
      return { status: response.status, report: await response.json() };
    };
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(openai.calls).toHaveLength(0);

    openai.queue(toolCall('sentiment_analysis', FEELING), toolCall('comprehensive_analysis', OVERVIEW));
    expect(await analyze()).toMatchObject({ status: 200, report: { status: 'success', outcomes: { sentiment: { analysis_method: 'llm_instructor', model: 'local' } } } });

    await openai.stop();
    expect(await analyze()).toMatchObject({ status: 200, report: { status: 'degraded', outcomes: { sentiment: { analysis_method: 'pattern_matching' } } } });
    expect(server.stdout() + server.stderr()).not.toContain('The new road');
    openai.expectNoViolations();
  });
});
