import { createTextDocument, isCompleted, type ToolResult } from '@discord-intelligence/analysis-tool';
import { ContentType } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { ContentRouting, type ContentRoutingInput, createContentRoutingTool } from '../src/index.js';
import { HELD_OUT, type Sample, TUNED } from './data/samples.js';
import { createRandom, wordSalad } from '@discord-intelligence/testing/random';

const tool = createContentRoutingTool();

async function route(input: ContentRoutingInput): Promise<ContentRouting> {
  return resultOf(await tool.analyze(input));
}

function resultOf(outcome: ToolResult<ContentRouting>): ContentRouting {
  if (!isCompleted(outcome)) throw new Error(`expected a result, got ${JSON.stringify(outcome)}`);
  return outcome.result;
}

function textOf(title: string): string {
  const sample = TUNED.find((candidate) => candidate.title === title);
  if (sample === undefined) throw new Error(`no sample is called "${title}"`);
  return sample.text;
}

describe('the type and the decision', () => {
  it.each(TUNED)('are $type and $action for $title', async ({ text, type, action }) => {
    const { classification, decision } = await route(text);
    expect(decision.suggested_action).toBe(action);
    if (type !== undefined) expect(classification.primary_type).toBe(type);
  });

  it('are right in nine of ten held-out samples', async () => {
    const routed = await Promise.all(HELD_OUT.map(async (sample: Sample) => ({ sample, ...(await route(sample.text)) })));
    const typed = routed.filter(({ sample }) => sample.type !== undefined);
    const rightType = typed.filter(({ sample, classification }) => classification.primary_type === sample.type);
    const rightAction = routed.filter(({ sample, decision }) => decision.suggested_action === sample.action);
    expect(rightType.length / typed.length).toBeGreaterThanOrEqual(0.9);
    expect(rightAction.length / routed.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('classification', () => {
  it('is surer the more speaks for a type and the less for others', async () => {
    const clear = await route(textOf('a football match'));
    const mixed = await route('The coach of the company team said profits and goals matter.');
    const bare = await route('A bird sat on the wire.');
    expect(clear.classification.confidence).toBeGreaterThan(0.7);
    expect(mixed.classification.confidence).toBeLessThan(clear.classification.confidence);
    expect(bare.classification).toMatchObject({ primary_type: 'general', secondary_types: [] });
  });

  it('names close second types, best first, without the first', async () => {
    const { classification } = await route('Officials told reporters on Monday that the central bank raised interest rates. Shares fell, and the mayor confirmed that two factories will close.');
    expect([classification.primary_type, ...classification.secondary_types].sort()).toEqual(['business', 'news']);
  });

  it('counts the title for more than the description', async () => {
    const text = 'It was over before it began, and everybody went home in silence.';
    expect((await route(text)).classification.primary_type).toBe('general');
    expect((await route({ text, title: 'Premier League: the striker who missed the penalty' })).classification.primary_type).toBe('sports');
    const { classification } = await route({ text, title: 'Champions League goalkeeper', description: 'A box office blockbuster' });
    expect(classification.primary_type).toBe('sports');
  });

  it.each([
    ['educational', 'a maths lesson', 'deep_analysis'],
    ['technology', 'a release note', 'deep_analysis'],
    ['discussion', 'a reply', 'deep_analysis'],
    ['political', 'a campaign speech', 'deep_analysis'],
    ['scientific', 'a trial abstract', 'deep_analysis'],
    ['news', 'a fire report', 'fast_summary'],
    ['entertainment', 'a film review', 'light_analysis'],
    ['sports', 'a tennis final', 'light_analysis'],
    ['business', 'an earnings report', 'standard_pipeline'],
    ['general', 'a housekeeping note', 'standard_pipeline'],
  ])('sends %s content such as %s to %s', async (type, title, pipeline) => {
    expect((await route(textOf(title))).classification).toMatchObject({ primary_type: type, recommended_pipeline: pipeline });
  });

  it('sets every processing flag to a boolean', async () => {
    expect((await route(textOf('a campaign speech'))).classification.processing_flags).toEqual({
      enable_deep_analysis: true,
      enable_fallacy_detection: true,
      enable_sentiment_analysis: true,
      enable_topic_extraction: true,
      skip_perspective_api: false,
      use_fast_transcription: false,
    });
    expect((await route(textOf('pasted code'))).classification.processing_flags).toMatchObject({ enable_fallacy_detection: false, skip_perspective_api: true });
  });

  it('estimates seconds from length, passes and the speed of the model', async () => {
    const text = textOf('a maths lesson');
    const slow = createContentRoutingTool({ modelSpeed: { writeTokensPerSecond: 10 } });
    // Five passes of 500 tokens at 60 a second, and a moment for reading.
    expect((await route(text)).classification.estimated_processing_time).toBeCloseTo((5 * 500) / 60 + (5 * text.length) / 4 / 1_500, 0);
    expect(resultOf(await slow.analyze(text)).classification.estimated_processing_time).toBeGreaterThan(250);
    expect((await route('word and more '.repeat(1_000_000))).classification.estimated_processing_time).toBeLessThanOrEqual(3_600);
  });

  it('refuses a speed that is no speed', () => {
    for (const speed of [0, -1, Number.NaN, Infinity]) {
      expect(() => createContentRoutingTool({ modelSpeed: { readTokensPerSecond: speed } })).toThrow(RangeError);
    }
  });

  it('keeps the speakers of a dialogue apart', async () => {
    expect((await route(textOf('an interview'))).classification.recommendations.join(' ')).toContain('5 lines open with a name');
  });

  it('is unsure in a language it cannot read, and says so', async () => {
    const { classification } = await route(textOf('German'));
    expect(classification.confidence).toBeLessThanOrEqual(0.2);
    expect(classification.recommendations.join(' ')).toContain('language model');
  });
});

describe('the decision', () => {
  it('does not punish a text for being short', async () => {
    for (const title of ['a fallacy in one line', 'an insult as an argument', 'a circular line', 'four words']) {
      const { decision } = await route(textOf(title));
      expect(decision).toMatchObject({ should_process: true, suggested_action: 'process' });
    }
    expect((await route("That's how we've always done it.")).decision.should_process).toBe(true);
  });

  it('says what decided, with figures', async () => {
    expect((await route(textOf('buy now many times'))).decision.reasoning).toMatch(/spam absence 0\.\d\d/);
    expect((await route(textOf('a word many times'))).decision.reasoning).toMatch(/^9 of 10 words only repeat/);
    expect((await route(textOf('keyboard mash'))).decision.reasoning).toMatch(/^5 of 5 words look like keyboard mash/);
    expect((await route(textOf('a bot command'))).decision.reasoning).toMatch(/^The text is a command for a bot/);
    expect((await route(textOf('a link alone'))).decision.reasoning).toMatch(/^The text is 1 link or code and no words/);
    expect((await route(textOf('a shop advertisement'))).decision.reasoning).toContain('"BUY NOW"');
  });

  it('measures of a text only what can be measured', async () => {
    const short = (await route('Taxes are always theft.')).decision.quality_indicators;
    const long = (await route(`${textOf('an interview')}\n${textOf('a campaign speech')}`)).decision.quality_indicators;
    expect(Object.keys((await route('ok lol')).decision.quality_indicators)).toEqual(['substance']);
    expect(Object.keys(short)).toEqual(['substance', 'language_quality', 'spam_absence', 'repetition_absence']);
    expect(Object.keys(long)).toEqual([...Object.keys(short), 'vocabulary_diversity', 'sentence_connectedness']);
  });

  it('finds unconnected sentences less connected than an argument', async () => {
    const connectedness = async (text: string): Promise<number> => (await route(text)).decision.quality_indicators.sentence_connectedness ?? Number.NaN;
    const list = await connectedness('Bread costs three euros. My uncle plays chess. Rain falls in Bergen. Paint dries slowly. Horses sleep standing.');
    const argument = await connectedness('The tax hurts small shops. Those shops employ half the town. If they close, the town loses jobs. So the tax should go.');
    expect(list).toBe(0);
    expect(argument).toBe(1);
  });

  it('does not condemn a long text for one advertisement', async () => {
    const { decision } = await route(`${`${textOf('a maths lesson')} `.replaceAll('fraction', 'number')}${TUNED.slice(0, 30).map(({ text }) => text).join(' ')} Subscribe to my channel.`);
    expect(decision.suggested_action).toBe('process');
  });

  it('keeps a normal text with a command mark, a link or a mention', async () => {
    for (const text of [
      '!important the meeting about the new rules was moved to Friday because the hall is closed',
      'This article shows why rents keep rising: https://example.com/rents',
      '<@123456789012345678> I think your numbers are wrong because they leave out inflation',
    ]) {
      expect((await route(text)).decision.suggested_action).toBe('process');
    }
  });

  it('does not take names, slang or other languages for keyboard mash', async () => {
    for (const text of ['Knightsbridge and Szczecin twinned with Wroclaw', 'the gravy was heavy', 'rhythms of the Schwarzwald', 'sooooo goooood today, everyone loved it']) {
      expect((await route(text)).decision.reasoning).not.toContain('keyboard mash');
    }
  });

  it('flags other scripts for a model to judge rather than skipping them', async () => {
    const { decision } = await route(textOf('Japanese'));
    expect(decision).toMatchObject({ should_process: true, suggested_action: 'flag_for_review' });
    expect(decision.reasoning).toContain('Japanese');
  });

  it('values a page more than a line, and a skipped text least', async () => {
    const value = async (text: string): Promise<number> => (await route(text)).decision.estimated_value;
    const page = await value(TUNED.slice(18, 22).map(({ text }) => text).join(' '));
    const line = await value('Taxes are always theft.');
    expect(page).toBeGreaterThan(line);
    expect(line).toBeGreaterThan(await value('ok lol'));
  });
});

describe('any input at all', () => {
  const words = TUNED.flatMap(({ text }) => text.split(/\s+/)).concat('asdf', 'xkqjv', 'lol', 'BUY', '!!!', '@everyone', 'https://a.example/b', '<@12345>', '{', '};', '3-1', '$5', 'aaaaaaaaaaaaaa');

  it('gives a result that the model and its rules accept', async () => {
    const seed = 1_729;
    const random = createRandom(seed);
    for (let round = 0; round < 300; round += 1) {
      const length = round % 3 === 0 ? 1 + Math.floor(random() * 6) : 1 + Math.floor(random() * 200);
      const narrow = words.slice(0, 1 + Math.floor(random() * words.length));
      const outcome = await tool.analyze(wordSalad(random, narrow, length));
      if (outcome.status === 'skipped') continue;
      expect({ seed, round, status: outcome.status }).toEqual({ seed, round, status: 'success' });
      const { decision } = resultOf(outcome);
      const values = Object.values(decision.quality_indicators);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...values)).toBeLessThanOrEqual(1);
      if (mean < 0.3) expect(decision.should_process).toBe(false);
      if (mean > 0.7) expect(decision.should_process).toBe(true);
    }
  });

  it('gives the same result for a string, its document and a described text', async () => {
    const text = textOf('a fire report');
    const first = await route(text);
    expect(await route(createTextDocument(text))).toEqual(first);
    expect(await route({ text })).toEqual(first);
    expect(await route({ text: createTextDocument(text) })).toEqual(first);
  });

  it('survives hostile input', async () => {
    const hostile = ['a'.repeat(1_000_000), `${'('.repeat(100_000)}a`, 'a '.repeat(500_000), `${'😀'.repeat(100_000)} a`, `${'\ud800 '.repeat(50_000)}x`, '!'.repeat(500_000) + 'a', 'https://'.repeat(100_000), '<@'.repeat(100_000) + 'a', '\n \n'.repeat(100_000) + 'a b', 'no '.repeat(200_000)];
    for (const text of hostile) expect((await route(text)).decision.suggested_action).not.toBe('process');
  });

  it('skips a text without words, whatever its title', async () => {
    expect(await tool.analyze({ text: ' … ', title: 'Something' })).toMatchObject({ status: 'skipped' });
  });

  it('fails with a reason when there is no text', async () => {
    expect(await tool.analyze({ title: 'x' } as unknown as ContentRoutingInput)).toMatchObject({ status: 'failed', error: { code: 'invalid_input' } });
    expect(await tool.analyze(undefined as unknown as ContentRoutingInput)).toMatchObject({ status: 'failed', error: { code: 'invalid_input' } });
  });
});

describe('the model', () => {
  it('carries its name and version', () => {
    expect(ContentRouting.meta()).toMatchObject({ id: 'ContentRouting', version: '1.0.0' });
  });

  it('holds the rules of its parts', async () => {
    const routed = await route(textOf('a reply'));
    const { classification } = routed;
    expect(ContentRouting.safeParse(routed).success).toBe(true);
    expect(ContentRouting.safeParse({ ...routed, classification: { ...classification, secondary_types: [classification.primary_type] } }).success).toBe(false);
    expect(ContentType.options).toContain(classification.primary_type);
  });
});
