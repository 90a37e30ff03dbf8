import { describe, expect, it } from '@jest/globals';

import { createClient } from '../../src/discord/create-client.js';

describe('the Discord client', () => {
  it('asks for no intent, lets no message ping, and reads its address with and without a slash', async () => {
    for (const apiUrl of ['http://127.0.0.1:1/api', 'http://127.0.0.1:1/api/']) {
      const client = createClient({ apiUrl });

      expect(client.options.intents.bitfield).toBe(0);
      expect(client.options.allowedMentions).toEqual({ parse: [] });
      expect(client.options.rest?.api).toBe('http://127.0.0.1:1/api');
      await client.destroy();
    }
  });
});
