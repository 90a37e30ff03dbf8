import { describe, expect, it } from '@jest/globals';

import { findSpeakerTurns } from '../../src/engine/speaker-turns.js';

const turnsOf = (text: string) => findSpeakerTurns(text).map(({ speaker, words }) => [speaker, words.trim()]);

describe('the turns of speakers', () => {
  it.each([
    ['names and colons', 'Anna: We should wait.\nBen: Why?\nAnna: It rains.', [['Anna', 'We should wait.'], ['Ben', 'Why?'], ['Anna', 'It rains.']]],
    ['lines that go on', 'Anna: We should\nwait for him.\n\nHe is late.\nBen: Why?\nAnna: Because.', [['Anna', 'We should\nwait for him.\n\nHe is late.'], ['Ben', 'Why?'], ['Anna', 'Because.']]],
    ['words before the first name', 'The meeting began at nine.\nQ: Who was there?\nA: Nobody.\nQ: Why?', [[undefined, 'The meeting began at nine.'], ['Q', 'Who was there?'], ['A', 'Nobody.'], ['Q', 'Why?']]],
    ['times, roles and numbered speakers', '[00:01:02.500] Dr. Ortiz (mayor): Yes.\n00:07 SPEAKER 2: No.', [['Dr. Ortiz', 'Yes.'], ['SPEAKER 2', 'No.']]],
    ['Markdown names', '**Anna:** Yes.\n**Ben**: No.', [['Anna', 'Yes.'], ['Ben', 'No.']]],
    ['names on lines of their own, as Windows ends them', 'Anna:\r\nYes.\r\nBen:\r\nNo.\r\nAnna:\r\nWhy?\r\n', [['Anna', 'Yes.'], ['Ben', 'No.'], ['Anna', 'Why?']]],
    ['captions', '>> Good evening.\nHere is the news.\n>> MAYOR: Thank you.\n>> No.', [[undefined, 'Good evening.\nHere is the news.'], ['MAYOR', 'Thank you.'], [undefined, 'No.']]],
    ['voice tags', '<v Anna>Yes.\n<v Ben>No.', [['Anna', 'Yes.'], ['Ben', 'No.']]],
  ])('are known by %s', (_, text, turns) => {
    expect(turnsOf(text)).toEqual(turns);
  });

  it('join the lines of one speaker, with the repeated names blanked out and every offset kept', () => {
    const text = 'Anna: We should\nAnna: wait.\nBen: Why?';
    const [turn] = findSpeakerTurns(text);
    expect(turn).toMatchObject({ speaker: 'Anna', start: 6, words: 'We should\n      wait.\n' });
    expect(turn!.words).toHaveLength(turn!.end - turn!.start);
  });

  it.each([
    ['plain prose', 'We should wait. He said: no.\nIt rains.'],
    ['notes', 'Pros: it is cheap.\nCons: it is ugly.'],
    ['one name', 'Anna: We should wait.\nIt rains.\nAnna: Yes.'],
    ['two headings among other lines', 'Berlin: grey\nand wide\nParis: bright\nand narrow'],
    ['quotations in a letter', '> We should wait.\n>> It rains.\n>> It pours.\nI agree.'],
    ['addresses', 'https://example.org\nhttp://example.org'],
    ['nothing', ''],
  ])('are none in %s', (_, text) => {
    expect(findSpeakerTurns(text)).toEqual([]);
  });

  it('are found in a long text without going back over it', () => {
    const text = `${'Aa. Bb '.repeat(20)}\n`.repeat(5_000) + 'Anna: yes\nBen: no\n'.repeat(5_000) + 'A'.repeat(500_000);
    expect(findSpeakerTurns(text)).toHaveLength(10_001);
  });
});
