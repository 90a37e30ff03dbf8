import { describe, expect, it } from '@jest/globals';
import { DiscordAPIError } from 'discord.js';

import { describeError } from '../src/describe-error.js';
import { BotError } from '../src/errors.js';

describe('describeError', () => {
  it('tells name, code and places, and no message of a foreign error', () => {
    const error = Object.assign(new SyntaxError('Unexpected token in "my private text"\n    at my secret'), { code: 'ERR_X' });
    const description = describeError(error);

    expect(description).toMatchObject({ name: 'SyntaxError', code: 'ERR_X' });
    expect(JSON.stringify(description)).not.toContain('private');
    expect(description.stack?.join('\n')).toContain('describe-error.test');
  });

  it('tells the message of an error of ours, and its causes', () => {
    const error = new BotError('token_invalid', 'Discord refused the token.', { cause: new TypeError('hush') });

    expect(describeError(error)).toMatchObject({ code: 'token_invalid', message: 'Discord refused the token.', cause: { name: 'TypeError' } });
    expect(JSON.stringify(describeError(error))).not.toContain('hush');
  });

  it('tells what Discord refused, and neither the request nor the URL with its token', () => {
    const error = new DiscordAPIError(
      {
        code: 50035,
        message: 'Invalid Form Body',
        errors: { data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer: my text' }] } } },
      },
      50035,
      400,
      'PATCH',
      'https://discord.com/api/v10/webhooks/1/interaction-token/messages/@original',
      { body: { content: 'my text' }, files: [] },
    );
    const description = describeError(error);

    expect(description).toMatchObject({ code: 50035, status: 400, refused: ['data.content BASE_TYPE_MAX_LENGTH'] });
    expect(JSON.stringify(description)).not.toMatch(/my text|interaction-token/);
  });

  it('describes what is no error at all', () => {
    expect(describeError('my private text')).toEqual({ name: 'string' });
    expect(describeError(undefined)).toEqual({ name: 'undefined' });
  });

  it('ends on a circle of causes', () => {
    const error = new Error('one');
    error.cause = error;

    expect(describeError(error).cause?.cause?.cause?.cause).toBeUndefined();
  });
});
