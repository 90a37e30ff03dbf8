import { describe, expect, it } from '@jest/globals';

import { createTextDocument, detectLanguage, languageName } from '../../src/index.js';

describe('the language of a text', () => {
  it.each([
    ['Either we cut taxes or the economy collapses.', 'en'],
    ["you're wrong because you're stupid", 'en'],
    ['Das ist ein sehr schönes Haus und ich mag es wirklich gern.', 'de'],
    ['El gobierno no quiere que sepas lo que está pasando en el país.', 'es'],
    ['Je ne sais pas pourquoi il fait toujours cela le matin.', 'fr'],
    ['この電話はみんなが買っている', 'ja'],
    ['Всё будет хорошо, я знаю это точно.', 'ru'],
  ])('of "%s" is %s', async (text, code) => {
    const language = await detectLanguage(createTextDocument(text));
    expect(language.code).toBe(code);
    expect(language.confidence).toBeGreaterThan(0);
    expect(language.confidence).toBeLessThanOrEqual(1);
  });

  it('stays open when there is nothing to tell it by', async () => {
    expect(await detectLanguage(createTextDocument('42'))).toEqual({ code: 'und', confidence: 0 });
    expect(await detectLanguage(createTextDocument('Nobody likes him.'))).toEqual({ code: 'und', confidence: 0 });
  });

  it('has a name', () => {
    expect(languageName('de')).toBe('German');
  });
});
