import { describe, expect, it } from '@jest/globals';

import { analyze, fold } from './analyze.js';
import { EXAMPLES } from './data/texts.js';

describe('the topics of', () => {
  it.each(EXAMPLES)('$name', async ({ text, topics, within, never = [] }) => {
    const found = await analyze(text);
    const names = found.map(({ topic }) => topic);
    expect(names.slice(0, within)).toEqual(expect.arrayContaining([...topics]));
    expect(names.filter((name) => never.includes(name))).toEqual([]);
  });
});

describe('each topic of every example', () => {
  it.each(EXAMPLES)('stands in the text, as does its context, with its keywords: $name', async ({ text }) => {
    const folded = fold(text);
    for (const { topic, context, keywords } of await analyze(text)) {
      expect(folded).toContain(topic);
      expect(folded).toContain(context);
      for (const keyword of keywords) expect(folded.toLowerCase()).toContain(keyword);
    }
  });

  it.each(EXAMPLES)('is in the order of relevance, and none is part of another: $name', async ({ text }) => {
    const found = await analyze(text);
    const relevances = found.map(({ relevance }) => relevance);
    expect(relevances).toEqual([...relevances].sort((one, other) => other - one));
    for (const { topic } of found) {
      const rivals = found.filter((other) => other.topic !== topic && ` ${other.topic.toLowerCase()} `.includes(` ${topic.toLowerCase()} `));
      expect(rivals).toEqual([]);
    }
  });
});
