import { isCompleted } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { withSpeaker } from '../src/by-speaker.js';
import { createCueDetector, createFallacyTool } from '../src/index.js';

const CROWD = 'Everyone is buying this phone, so it must be the best.';

async function fallaciesIn(text: string) {
  const outcome = await createFallacyTool({ detector: createCueDetector() }).analyze(text);
  if (!isCompleted(outcome)) throw new Error(outcome.status);
  return outcome.result.fallacies;
}

describe('fallacies in a transcript', () => {
  it('are quoted as they stand in it, and told with who says them', async () => {
    const text = `Anna: What shall I buy?\nBen: ${CROWD}\nAnna: I am not so sure about that.`;
    const [fallacy] = await fallaciesIn(text);
    expect(fallacy).toMatchObject({ fallacy_type: 'appeal_to_popularity', quote: CROWD, line_number: 2, span: { start: text.indexOf(CROWD), end: text.indexOf(CROWD) + CROWD.length } });
    expect(fallacy?.explanation).toMatch(/^Said by Ben\. The wording/);
  });

  it('never join the words of two speakers', async () => {
    const text = `Anna: I hear that everyone in this whole town is buying this phone\nBen: so it must be the best\nAnna: is that so`;
    const alone = text.replaceAll(/^\w+: /gm, '').replaceAll('\n', ' ');
    expect((await fallaciesIn(alone)).map(({ fallacy_type }) => fallacy_type)).toContain('appeal_to_popularity');
    for (const { quote } of await fallaciesIn(text)) expect(quote).not.toContain('\n');
  });

  it('are told with who says them where the name only seems to be there', () => {
    expect(withSpeaker('A crowd is no reason.', 'A')).toBe('Said by A. A crowd is no reason.');
    expect(withSpeaker('Annual figures are no reason.', 'Ann')).toBe('Said by Ann. Annual figures are no reason.');
    expect(withSpeaker('Here Ann, and nobody else, turns to the crowd.', 'Ann')).not.toContain('Said by');
  });

  it('are told without a name where captions give none', async () => {
    const [fallacy] = await fallaciesIn(`>> What shall I buy?\n>> ${CROWD}`);
    expect(fallacy?.quote).toBe(CROWD);
    expect(fallacy?.explanation).toMatch(/^The wording/);
  });
});
