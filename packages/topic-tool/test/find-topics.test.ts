import { describe, expect, it } from '@jest/globals';

import { analyze } from './analyze.js';

const topicsOf = async (text: string): Promise<string[]> => (await analyze(text)).map(({ topic }) => topic);

describe('no topic', () => {
  it.each([
    ['is a general word', 'The thing is that people in many ways have a lot of time.'],
    ['is a verb or an adverb', 'They really wanted to go but could not decide quickly.'],
    ['is talk', 'lol ok thanks guys haha'],
    ['is a number', 'In 2020 there were 12,000 of them, 3.5 percent more than in 1999.'],
    ['is an emoji', 'so good ❤️ 🎮 👍🏽'],
    ['is an address', 'see https://news.example.com/politics/election-results?id=5 or write to bob@example.org or www.example.net/kitchen'],
    ['is a mention', 'thanks @grammarian and @wordsmith'],
  ])('%s', async (_, text) => {
    expect(await topicsOf(text)).toEqual([]);
  });
});

describe('a topic', () => {
  it('is written as the text mostly writes it', async () => {
    expect(await topicsOf('Solar Panels? We saw solar panels here, and solar panels there.')).toContain('solar panels');
  });

  it('keeps a joined name together', async () => {
    expect(await topicsOf('He read Lord of the Rings and sued the Bank of England.')).toEqual(expect.arrayContaining(['Lord of the Rings', 'Bank of England']));
  });

  it('is the plain word where it mostly stands alone', async () => {
    const text = 'The reactor is old. Engineers checked the reactor in May. A research reactor stands nearby. Nobody trusts the reactor, and the reactor was shut.';
    expect(await topicsOf(text)).toContain('reactor');
  });

  it('of a text that speaks of it throughout is more relevant than one of a text of many subjects', async () => {
    const [one] = await analyze('Bees make honey. Bees need flowers. Without bees there is no fruit.');
    const [many] = await analyze(
      ['The mayor opened a bridge.', 'Farmers sowed wheat.', 'A cellist won a medal.', 'Surgeons met in Vienna.', 'The glacier melted.', 'A submarine sank.', 'Pilots struck.', 'The orchard froze.'].join(' '),
    );
    expect(one).toMatchObject({ topic: 'Bees', relevance: 1 });
    expect(many!.relevance).toBeLessThan(0.9);
  });

  it('has the words that keep it company among its keywords', async () => {
    const text = 'The dam holds the river. Engineers say the dam leaks. The river rose when engineers opened the dam. Fish left the river below the dam.';
    const dam = (await analyze(text)).find(({ topic }) => topic === 'dam');
    expect(dam?.keywords).toEqual(expect.arrayContaining(['dam', 'river', 'engineers']));
  });

  it('is shown by the sentence that says most about it', async () => {
    const text = 'Well, glaciers. The glaciers of the Alps melt because the summers in the Alps are hotter. I saw that too when I was there with my old friend from work and his dog. Glaciers!';
    const glaciers = (await analyze(text)).find(({ topic }) => topic.toLowerCase() === 'glaciers');
    expect(glaciers?.context).toBe('The glaciers of the Alps melt because the summers in the Alps are hotter.');
  });
});

describe('a text in another language', () => {
  it('gives names and long words, at half the relevance', async () => {
    const topics = await analyze('Der Klimawandel bedroht die Landwirtschaft in Spanien. Die Bauern fordern mehr Hilfe von der Regierung, und die Regierung verspricht neue Gesetze.');
    expect(topics.length).toBeGreaterThan(0);
    for (const { relevance } of topics) expect(relevance).toBeLessThanOrEqual(0.5);
  });
});
