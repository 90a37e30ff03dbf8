import { ANALYSIS_NAMES, createTextAnalyzer } from '@discord-intelligence/pipeline';
import { describe, expect, it, jest } from '@jest/globals';

import { startTestServer } from '../support/start-test-server.js';

// Real work on a machine that may have other work.
jest.setTimeout(60_000);

interface Report {
  readonly status: string;
  readonly text: { readonly characters: number };
  readonly outcomes: Record<string, { readonly status: string }>;
  readonly analysis: {
    readonly fallacy_analysis: { readonly fallacies: readonly { readonly quote: string; readonly span: { start: number; end: number } | null }[] };
  } | null;
}

const CLAIMS = [
  (subject: string) => `Everyone knows that ${subject} is the best choice.`,
  (subject: string) => `If we allow ${subject}, soon nobody will be safe.`,
  (subject: string) => `My opponent is a crook, so what he says about ${subject} is wrong.`,
  (subject: string) => `Either we ban ${subject} or the country is lost.`,
] as const;

/** One of 50 texts that differ in length, words and findings. */
function textNumber(index: number): string {
  const claims = [...CLAIMS, ...CLAIMS].slice(index % 4, (index % 4) + 1 + (index % 5));
  return claims.map((claim) => claim(`thing number ${index}`)).join(' ');
}

function fallaciesOf({ analysis }: Report) {
  return analysis?.fallacy_analysis.fallacies ?? [];
}

const start = (maxCharacters?: number) =>
  startTestServer({ analyzeText: createTextAnalyzer(maxCharacters === undefined ? {} : { maxCharacters }), bodyLimitBytes: 10_000_000 });

describe('the real analyses behind the API', () => {
  it('give 50 callers at once each the findings of their own text, in the form that the document has', async () => {
    await using server = await start();
    const texts = Array.from({ length: 50 }, (_, index) => textNumber(index));
    const answers = await Promise.all(
      texts.map(async (text) => {
        const { status, json } = await server.post('/v1/analyze', { text });
        return { text, status, report: json as unknown as Report };
      }),
    );
    for (const { text, status, report } of answers) {
      expect([status, report.status, report.text.characters]).toEqual([200, 'success', text.length]);
      for (const { quote, span } of fallaciesOf(report)) {
        expect(span).not.toBeNull();
        expect(text.slice(span?.start, span?.end)).toBe(quote);
      }
    }
    expect(answers.filter(({ report }) => fallaciesOf(report).length > 0).length).toBeGreaterThan(25);
  });

  it('answer 200 and "skipped" where there is nothing to analyse', async () => {
    await using server = await start();
    for (const text of ['', ' \n\t', '\u0000', '?!… 👍']) {
      expect(await server.post('/v1/analyze', { text })).toMatchObject({ status: 200, json: { status: 'skipped', analysis: null } });
    }
  });

  it.each([
    ['one letter', 'x'.repeat(1_000_000)],
    ['brackets', '('.repeat(100_000)],
    ['lone surrogates', 'I say \ud800 and \udc00 that \ud83d is all.'],
    ['astral letters', '𝒇𝒐𝒓 𝒆𝒗𝒆𝒓 😀 '.repeat(1_000)],
    ['another script', 'すべての人はそれを知っています。'.repeat(100)],
    ['markup and control characters', '<script>alert(1)</script> \u0000\u001b[31m ${7*7} {{7*7}} %s'],
  ])('take hostile text for what it is: %s', async (_name, text) => {
    await using server = await start();
    const { status, json } = await server.post('/v1/analyze', { text });
    expect([status, (json as unknown as Report).text.characters]).toEqual([200, text.length]);
  });

  it('run on their own address as well', async () => {
    await using server = await start();
    const { json } = await server.post('/v1/sentiment', { text: 'I love this wonderful day.' });
    expect((json as unknown as Report).outcomes).toMatchObject({ sentiment: { status: 'success' } });
    expect(Object.keys((json as unknown as Report).outcomes)).toHaveLength(1);
    expect(ANALYSIS_NAMES).toContain('sentiment');
  });

  it('take 5 MB in one piece, and refuse a text beyond their own limit with 413', async () => {
    await using server = await start();
    const claim = `${CLAIMS[0]('it')} `;
    const text = claim.repeat(5_000_000 / claim.length);
    expect(await server.post('/v1/analyze', { text, only: ['sentiment'] })).toMatchObject({ status: 200 });
    await using strict = await start(1_000);
    expect(await strict.post('/v1/analyze', { text: 'x'.repeat(1_001) })).toMatchObject({
      status: 413,
      json: { type: '/problems/text-too-long', detail: expect.stringContaining('1001 characters') },
    });
  });
});
