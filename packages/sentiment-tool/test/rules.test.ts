import { describe, expect, it } from '@jest/globals';

import { analyze, sideOf } from './analyze.js';

const polarity = async (text: string): Promise<number> => (await analyze(text)).polarity;

describe('emphasis', () => {
  it.each([
    ['I love this', 'I love this!!!'],
    ['I love this!', 'I love this!!!'],
    ['It is good', 'It is very good'],
    ['It is fairly good', 'It is good'],
    ['It is great stuff', 'It is GREAT stuff'],
    ['so good', 'sooooo good'],
    ['It is good', 'It is good :)'],
    ['I am a bit happy', 'I am really happy'],
  ])('makes "%s" weaker than "%s"', async (weaker, stronger) => {
    const [one, other] = [await analyze(weaker), await analyze(stronger)];
    expect(other.polarity).toBeGreaterThan(one.polarity);
    expect(other.intensity).toBeGreaterThan(one.intensity);
  });

  it.each([
    ['I hate this', 'I hate this!!!'],
    ['It is bad', 'It is extremely bad'],
    ['It is slightly bad', 'It is bad'],
    ['It is awful here', 'It is AWFUL here'],
  ])('makes "%s" less bad than "%s"', async (weaker, stronger) => {
    expect(await polarity(stronger)).toBeLessThan(await polarity(weaker));
  });

  it('does not come from capitals where all is in capitals', async () => {
    expect(await polarity('IT IS GREAT STUFF')).toBe(await polarity('it is great stuff'));
  });

  it('of many exclamation marks or emoji is bounded', async () => {
    expect(await polarity(`good${'!'.repeat(50)}`)).toBe(await polarity('good!!!!'));
    expect(await polarity(`good ${'😀'.repeat(50)}`)).toBe(await polarity('good 😀😀😀'));
  });
});

describe('negation', () => {
  it.each([
    ['The room was clean', 'The room was not clean'],
    ['It was a success', 'It was never a success'],
    ['I enjoy winter', "I don't enjoy winter"],
    ['It is helpful', 'It is hardly helpful'],
    ['The plan is safe', "The plan isn't safe"],
    ['He is honest', 'He is anything but honest'],
    ['I think it is a good plan', "I don't think it is a good plan"],
  ])('turns "%s" into its opposite: "%s"', async (plain, negated) => {
    expect(await polarity(plain)).toBeGreaterThan(0);
    expect(await polarity(negated)).toBeLessThan(0);
  });

  it.each([
    ['The film is stupid', 'The film is not stupid'],
    ['It was painful', 'It was never painful'],
  ])('praises less than praise does: "%s", "%s"', async (plain, negated) => {
    expect(await polarity(negated)).toBeGreaterThan(0);
    expect(await polarity(negated)).toBeLessThan(-(await polarity(plain)));
  });

  it('ends with its clause', async () => {
    expect(await polarity('He did not come, which is wonderful')).toBeGreaterThan(0);
  });

  it('works with a typographic apostrophe', async () => {
    expect(await polarity('This isn’t great')).toBe(await polarity("This isn't great"));
  });
});

describe('weight', () => {
  it('lies on what follows "but"', async () => {
    expect(await polarity('Good sound but bad battery')).toBeLessThan(0);
    expect(await polarity('Bad battery but good sound')).toBeGreaterThan(0);
  });

  it('is less for a question than for a statement', async () => {
    const asked = await polarity('Is the food good?');
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(await polarity('The food is good.'));
  });

  it('of both sides cancels in a mixed text, which is intense all the same', async () => {
    const mixed = await analyze('I love the story. I hate the ending.');
    expect(Math.abs(mixed.polarity)).toBeLessThan(0.1);
    expect(mixed.intensity).toBeGreaterThan(0.4);
    expect(mixed.confidence).toBe('low');
  });

  it('of a report is less than that of an outcry', async () => {
    const report = await analyze('The ministry said on Monday that the accident on line 4 had injured 12 passengers.');
    const outcry = await analyze('I am so angry, this accident was horrible and they injured my friends!');
    expect(report.polarity).toBeGreaterThan(outcry.polarity + 0.3);
  });
});

describe('news prose', () => {
  const NEWS =
    'The regional council approved the budget for 2024 on Tuesday. Spending on roads will increase by 3 percent, officials said. ' +
    'The vote was 41 to 27. Construction of the second bridge is expected to start in March and to take two years. ' +
    'According to the transport ministry, about 18,000 vehicles cross the river every day. A second reading is planned for June.';

  it('is near neutral, of little subjectivity, and has no leading emotion', async () => {
    const news = await analyze(NEWS);
    expect(Math.abs(news.polarity)).toBeLessThan(0.12);
    expect(news.subjectivity).toBeLessThan(0.3);
    expect(news.dominant_emotion).toBeNull();
  });

  it('is less subjective than comment on the same matter', async () => {
    const comment = await analyze('I think this budget is a terrible mistake. Honestly, they should be ashamed. Roads are great, but why so much?');
    expect(comment.subjectivity).toBeGreaterThan((await analyze(NEWS)).subjectivity + 0.3);
  });
});

describe('confidence', () => {
  it('is low for a word or two, and grows with evidence that agrees', async () => {
    expect((await analyze('nice')).confidence).toBe('low');
    expect((await analyze('This is a wonderful, generous and funny film. I loved every minute. The cast is superb and the music beautiful!')).confidence).toBe('high');
  });

  it('is low for text in another language, which comes out near neutral', async () => {
    for (const text of [
      'El servicio fue terrible y la comida horrible, no volveremos nunca a este restaurante.',
      'Der Film war nicht gut und die Musik hat mir auch nicht gefallen, ich hasse so etwas.',
      'Ce restaurant est vraiment horrible et le service est terrible, je ne reviendrai pas.',
    ]) {
      const sentiment = await analyze(text);
      expect(Math.abs(sentiment.polarity)).toBeLessThan(0.25);
      expect(sentiment.confidence).toBe('low');
      expect(sentiment.dominant_emotion).toBeNull();
    }
  });
});

describe('a dominant emotion', () => {
  it('is that of most of the words', async () => {
    expect((await analyze('I was nervous and afraid, really scared. In the end I was a bit angry too.')).dominant_emotion).toBe('fear');
  });

  it('never contradicts the side a text takes', async () => {
    const sentiment = await analyze('A terrible, horrible, awful, ugly, stupid plan that he called fun.');
    expect(sideOf(sentiment)).toBe('negative');
    expect(sentiment.dominant_emotion).not.toBe('joy');
  });

  it('is not the one that is denied', async () => {
    expect((await analyze('I am not happy with that.')).dominant_emotion).not.toBe('joy');
    expect((await analyze('She was never afraid.')).dominant_emotion).not.toBe('fear');
  });

  it('does not come from one word in a long text', async () => {
    const plain = 'The committee reads the second part of the report and sends it to the office in the town. '.repeat(40);
    expect((await analyze(`${plain} One member was angry.`)).dominant_emotion).toBeNull();
  });
});
