import { describe, expect, it } from '@jest/globals';

import { readMessage } from '../../src/commands/read-message.js';
import { NOTICES } from '../../src/notices.js';

const message = (fields: Record<string, unknown>) => ({ type: 0, content: '', embeds: [], attachments: [], components: [], ...fields });

describe('readMessage', () => {
  it('reads the text of a message, a reply and an answer of a bot', () => {
    for (const type of [0, 19, 20, 23]) {
      expect(readMessage(message({ type, content: 'Taxes are theft.' }))).toEqual({ kind: 'text', text: 'Taxes are theft.' });
    }
  });

  it('reads the text of a forwarded message', () => {
    expect(readMessage(message({ message_snapshots: [{ message: { content: 'Taxes are theft.', embeds: [] } }] }))).toEqual({
      kind: 'text',
      text: 'Taxes are theft.',
    });
  });

  it('reads what discord.js makes of a message', () => {
    const forwarded = { type: 0, content: '', messageSnapshots: new Map([['1', { content: 'Taxes are theft.' }]]) };

    expect(readMessage(forwarded)).toEqual({ kind: 'text', text: 'Taxes are theft.' });
    expect(readMessage(message({ attachments: new Map([['1', {}]]) }))).toEqual({ kind: 'nothing', reason: NOTICES.onlyAttachments });
    expect(readMessage(message({ stickers: new Map([['1', {}]]) }))).toEqual({ kind: 'nothing', reason: NOTICES.onlySticker });
  });

  it.each([
    ['blank', message({ content: ' \n\t' }), NOTICES.emptyMessage],
    ['empty', message({}), NOTICES.emptyMessage],
    ['attachments alone', message({ attachments: [{ id: '1' }] }), NOTICES.onlyAttachments],
    ['embeds alone', message({ embeds: [{ description: 'text' }] }), NOTICES.onlyEmbeds],
    ['a layout alone', message({ components: [{ type: 17 }] }), NOTICES.onlyEmbeds],
    ['a sticker', message({ sticker_items: [{ id: '1' }] }), NOTICES.onlySticker],
    ['a welcome by Discord', message({ type: 7 }), NOTICES.systemMessage],
    ['a pin with text', message({ type: 6, content: 'pinned' }), NOTICES.systemMessage],
    ['nothing', undefined, NOTICES.unreadableMessage],
    ['null', null, NOTICES.unreadableMessage],
    ['no object', 'text', NOTICES.unreadableMessage],
    ['fields of odd forms', { type: '0', content: 5, embeds: null, attachments: {}, components: null, message_snapshots: [null] }, NOTICES.emptyMessage],
  ])('says what is the matter with %s', (_what, value, reason) => {
    expect(readMessage(value)).toEqual({ kind: 'nothing', reason });
  });

  it('says everything within the length of a message', () => {
    for (const notice of Object.values(NOTICES)) expect(notice.length).toBeLessThanOrEqual(2000);
  });
});
