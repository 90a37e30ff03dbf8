import { createTextDocument, isCompleted, type ToolResult } from '@discord-intelligence/analysis-tool';
import type { PerspectiveAnalysisResult } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { createPerspectiveTool } from '../src/index.js';
import { STANDPOINTS } from '../src/lexicon/standpoints.js';
import { HELD_OUT, type Passage, TUNED } from './data/passages.js';
import { createRandom, wordSalad } from '@discord-intelligence/testing/random';

const tool = createPerspectiveTool();

async function analyze(text: string): Promise<PerspectiveAnalysisResult> {
  return resultOf(await tool.analyze(text));
}

function resultOf(outcome: ToolResult<PerspectiveAnalysisResult>): PerspectiveAnalysisResult {
  if (!isCompleted(outcome)) throw new Error(`expected a result, got ${JSON.stringify(outcome)}`);
  return outcome.result;
}

const leaderOf = ({ dominant_perspective: dominant }: PerspectiveAnalysisResult) => (dominant === 'neutral' ? null : dominant);
const textOf = (title: string): string => TUNED.find((passage) => passage.title === title)?.text ?? fail(title);
const fail = (title: string): never => {
  throw new Error(`no passage is called "${title}"`);
};

describe('the standpoint that leads', () => {
  it.each(TUNED)('is $leads in $title', async ({ text, leads }) => {
    const result = await analyze(text);
    expect(leaderOf(result)).toBe(leads);
    if (leads === null) expect(result.perspectives.filter(({ perspective_type: type }) => type !== 'neutral')).toEqual([]);
  });

  it('is right in 11 of 16 held-out passages, never wrong, and never seen where there is none', async () => {
    const found = await Promise.all(HELD_OUT.map(async ({ title, leads, text }: Passage) => ({ title, leads, found: leaderOf(await analyze(text)) })));
    expect(found.filter(({ leads, found: type }) => type !== null && type !== leads)).toEqual([]);
    expect(found.filter(({ leads, found: type }) => leads !== null && type === leads).length).toBeGreaterThanOrEqual(11);
  });

  it('is null when two are equally strong', async () => {
    const result = await analyze('Free enterprise feeds us. Workers of the world, unite.');
    expect(result.perspectives.map(({ perspective_type: type }) => type).sort()).toEqual(['capitalist', 'socialist']);
    expect(result.dominant_perspective).toBeNull();
  });
});

describe('what shows a standpoint', () => {
  it('is one unmistakable cue or two different ones, not one word said often', async () => {
    expect((await analyze('They want to bring back the death tax.')).perspectives).toHaveLength(1);
    expect((await analyze('National sovereignty, I say. And national sovereignty again, and national sovereignty.')).perspectives).toEqual([]);
    expect((await analyze('National sovereignty matters, and so does economic nationalism.')).dominant_perspective).toBe('nationalist');
  });

  it('is not a word in quotation marks of any make, nor in a quoted line', async () => {
    for (const text of ['He wrote "taxation is theft" on the wall.', 'He wrote “taxation is theft” on the wall.', 'The leaflet: «taxation is theft» and more.', '> taxation is theft\nno it is not']) {
      expect((await analyze(text)).perspectives).toEqual([]);
    }
  });

  it('counts again after a quotation that is never closed', async () => {
    const text = `The board is 24" wide.\n\nTaxation is theft.`;
    expect((await analyze(text)).dominant_perspective).toBe('libertarian');
  });

  it('is not what another speaker is said to say, until a "but"', async () => {
    expect((await analyze('The senator said taxation is theft.')).perspectives).toEqual([]);
    expect((await analyze('According to the party, the deep state and the corrupt elite did it.')).perspectives).toEqual([]);
    expect((await analyze('The minister said all is well, but taxation is theft.')).dominant_perspective).toBe('libertarian');
    expect((await analyze('I have always said that taxation is theft.')).dominant_perspective).toBe('libertarian');
  });

  it('is not what the writer takes back', async () => {
    expect((await analyze('There is no climate emergency.')).perspectives).toEqual([]);
    expect((await analyze('We will never surrender to the corrupt elite.')).dominant_perspective).toBe('populist');
  });

  it('is not the mere name of a group', async () => {
    expect((await analyze('The conservative party won, the socialists lost, and the libertarian came third.')).perspectives).toEqual([]);
  });

  it('takes more cues in a long text', async () => {
    const filler = 'The garden was quiet and the tea was warm that day. '.repeat(250);
    expect((await analyze(`${filler} They want the death tax back. ${filler}`)).perspectives).toEqual([]);
  });
});

describe('the evidence', () => {
  it('quotes the text exactly and says what it shows', async () => {
    const text = textOf('a stump speech on taxes');
    const [perspective] = (await analyze(text)).perspectives;
    const quotes = [...(perspective?.evidence ?? '').matchAll(/"([^"]+)"/g)].map(([, quote]) => quote ?? '');
    expect(quotes.length).toBeGreaterThan(1);
    for (const quote of quotes) expect(text).toContain(quote.replaceAll('…', ''));
    expect(perspective?.evidence).toContain('treats taxes and public spending as a burden');
  });

  it('lists words of the text as bias indicators, labels against others first', async () => {
    const text = 'Traditional family values are mocked by the radical left and the woke mob.';
    const [perspective] = (await analyze(text)).perspectives;
    expect(perspective?.bias_indicators).toEqual(['radical left', 'woke mob', 'Traditional family values']);
  });

  it('is only moderately sure of a few words and surer of many', async () => {
    const short = (await analyze('taxation is theft')).perspectives[0]?.confidence;
    const long = (await analyze(TUNED.filter(({ leads }) => leads === 'libertarian').map(({ text }) => text).join(' '))).perspectives[0]?.confidence;
    expect([short, long]).toEqual(['low', 'high']);
  });

  it('measures prominence as the share of sentences', async () => {
    const [perspective] = (await analyze('The shop opens at nine. Taxation is theft. Bread is cheap. The cat sleeps.')).perspectives;
    expect(perspective?.prominence).toBe(0.25);
  });
});

describe('bias and balance', () => {
  it('finds little bias and middling balance in plain reports', async () => {
    for (const title of ['news of a vote', 'news of an election', 'a weather note', 'more: company news', 'more: court news']) {
      const { bias_score: bias, balance_score: balance } = await analyze(textOf(title));
      expect(bias).toBeLessThanOrEqual(0.05);
      expect(balance).toBeGreaterThanOrEqual(0.5);
    }
  });

  it('finds both-sides pieces the most balanced', async () => {
    for (const title of ['a balanced piece on wages', 'a balanced piece on guns', 'more: balanced on rent']) {
      expect((await analyze(textOf(title))).balance_score).toBeGreaterThanOrEqual(0.7);
    }
  });

  it('finds invective biased and one-sided', async () => {
    const { bias_score: bias, balance_score: balance } = await analyze('These corrupt liars hate our country! How many more lies must we swallow from the radical left? They want to destroy our way of life, and only traitors defend these thugs.');
    expect(bias).toBeGreaterThan(0.8);
    expect(balance).toBeLessThan(0.1);
  });

  it('does not take enthusiasm for bias', async () => {
    expect((await analyze('What a goal!!! Absolutely incredible, everyone is totally losing it! Never seen anything like it!')).bias_score).toBeLessThan(0.35);
  });

  it('does not count slander that is quoted', async () => {
    expect((await analyze('He called them "idiots, crooks and traitors" and left.')).bias_score).toBe(0);
  });

  it('hears opposed standpoints in one voice as more balanced than one alone', async () => {
    const one = await analyze('Free enterprise creates wealth, and the market decides.');
    const both = await analyze('Free enterprise creates wealth, and the market decides. Yet the working class people who built it face exploitation of workers.');
    expect(both.balance_score).toBeGreaterThan(one.balance_score);
  });
});

describe('framing and advice', () => {
  it('names what was found and nothing else', async () => {
    const { framing_analysis: framing, recommendations, omitted_perspectives: omitted } = await analyze('Everyone knows the death tax is a disgrace. The radical left loves it.');
    expect(framing).toContain('mainly from a conservative standpoint');
    expect(framing).toContain('"death tax"');
    expect(framing).toContain('loaded words ("disgrace")');
    expect(omitted).toEqual(['progressive']);
    expect(recommendations.join(' ')).toMatch(/"radical left".*"disgrace".*progressive side/);
  });

  it('advises nothing when nothing calls for it', async () => {
    expect((await analyze(textOf('news of a vote'))).recommendations).toEqual([]);
    expect((await analyze('The cat sleeps on the warm stone.')).recommendations).toEqual([]);
  });

  it('omits no opposite that the text reports', async () => {
    const { omitted_perspectives: omitted } = await analyze('We need free enterprise and private ownership. Union leaders say the exploitation of workers must end.');
    expect(omitted).not.toContain('socialist');
  });

  it('says that a report reports', async () => {
    const result = await analyze(textOf('news of a vote'));
    expect(result.perspectives.map(({ perspective_type: type }) => type)).toEqual(['neutral']);
    expect(result.framing_analysis).toContain('reports rather than argues');
  });
});

describe('any text at all', () => {
  const phrases = STANDPOINTS.flatMap(({ frames }) => frames.flatMap(({ unmistakable = [], telling = [], hints = [] }) => [...unmistakable, ...telling, ...hints])).map((pattern) => pattern.replaceAll(/\(([^|)]*)[^)]*\)/g, '$1'));
  const words = [...phrases, ...'idiots lies they hate us said argued according to critics supporters but however always never everyone really how can anyone I the a of 5 percent government vote'.split(' ')];

  it('gives a result that the model accepts', async () => {
    const seed = 4_711;
    const random = createRandom(seed);
    for (let round = 0; round < 300; round += 1) {
      const outcome = await tool.analyze(wordSalad(random, words, 1 + Math.floor(random() * 250)));
      expect({ seed, round, status: outcome.status }).toEqual({ seed, round, status: 'success' });
      const { bias_score: bias, balance_score: balance, perspectives } = resultOf(outcome);
      if (bias > 0.7) expect(balance).toBeLessThanOrEqual(0.5);
      if (perspectives.length > 5) expect(balance).toBeGreaterThanOrEqual(0.3);
    }
  });

  it('gives the same result for a string and its document, and each time', async () => {
    const text = textOf('a populist speech');
    const first = await analyze(text);
    expect(resultOf(await tool.analyze(createTextDocument(text)))).toEqual(first);
    expect(await analyze(text)).toEqual(first);
  });

  it('survives hostile input', async () => {
    const hostile = ['a'.repeat(1_000_000), `${'('.repeat(100_000)}a`, 'a '.repeat(500_000), `${'😀'.repeat(100_000)} a`, `${'\ud800 '.repeat(50_000)}x`, '"a '.repeat(100_000), '>\n'.repeat(100_000) + 'a', 'not a '.repeat(100_000) + 'deep state', `death${' '.repeat(500_000)}tax`];
    for (const text of hostile) expect(await analyze(text)).toMatchObject({ perspectives: [], dominant_perspective: null });
  });

  it('quotes no half of a character', async () => {
    const text = `${'😀'.repeat(300)} taxation is theft ${'😀'.repeat(300)}`;
    const [perspective] = (await analyze(text)).perspectives;
    expect(perspective?.evidence).toMatch(/taxation is theft/i);
    expect(Buffer.from(perspective?.evidence ?? '').toString()).toBe(perspective?.evidence);
  });

  it('stands by its result at low confidence in other languages', async () => {
    const result = await analyze('Die Regierung hat gestern beschlossen, die Steuern zu senken, sagte der Minister. Viele Bürger zweifeln daran, denn der Haushalt ist knapp.');
    expect(result).toMatchObject({ perspectives: [], dominant_perspective: null, bias_score: 0 });
  });

  it('skips a text without words', async () => {
    expect(await tool.analyze(' … ')).toMatchObject({ status: 'skipped' });
  });
});
