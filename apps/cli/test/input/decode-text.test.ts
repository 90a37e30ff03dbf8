import { describe, expect, it } from '@jest/globals';

import { CliError, type CliErrorCode } from '../../src/errors.js';
import { decodeText } from '../../src/input/decode-text.js';

function refusal(bytes: Uint8Array): { code: CliErrorCode; message: string } {
  try {
    decodeText(bytes, 'a.txt');
  } catch (error) {
    if (CliError.is(error)) return error;
    throw error;
  }
  throw new Error('the bytes were taken for text');
}

const TEXT = 'Zoë: 日本語 👍\r\n';

describe('decodeText', () => {
  it('reads UTF-8 as it is', () => {
    expect(decodeText(Buffer.from(TEXT), 'a.txt')).toBe(TEXT);
    expect(decodeText(Buffer.alloc(0), 'a.txt')).toBe('');
  });

  it('takes a byte order mark away, and only at the start', () => {
    expect(decodeText(Buffer.from(`\ufeff${TEXT}\ufeff`), 'a.txt')).toBe(`${TEXT}\ufeff`);
  });

  it('reads UTF-16 of either order by its byte order mark', () => {
    const little = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    expect(decodeText(little, 'a.txt')).toBe(TEXT);
    expect(decodeText(Buffer.from(little).swap16(), 'a.txt')).toBe(TEXT);
  });

  it.each([
    ['half a surrogate pair', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00])],
    ['an odd number of bytes', Buffer.from([0xfe, 0xff, 0x00])],
  ])('refuses UTF-16 with %s', (_, bytes) => {
    expect(refusal(bytes).code).toBe('input_encoding');
  });

  it('names UTF-32, which it does not read', () => {
    expect(refusal(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toMatchObject({
      code: 'input_encoding',
      message: expect.stringContaining('UTF-32'),
    });
  });

  it('says where a zero byte stands', () => {
    expect(refusal(Buffer.from('abc\0def'))).toMatchObject({
      code: 'input_binary',
      message: expect.stringContaining('offset 3'),
    });
  });

  it.each([
    ['PDF', '%PDF-1.7\n%\u00e2'],
    ['ZIP', 'PK\x03\x04rest'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['MP4', '\0\0\0\x20ftypisom'],
  ])('tells a %s from a text', (kind, start) => {
    expect(refusal(Buffer.from(start, 'latin1'))).toMatchObject({
      code: 'input_binary',
      message: expect.stringContaining(kind),
    });
  });

  it('says at which byte and line a text stops being UTF-8, and how to convert it', () => {
    const { code, message } = refusal(Buffer.from('one\ntwo caf\xe9\n', 'latin1'));
    expect(code).toBe('input_encoding');
    expect(message).toContain('byte 11 (0xe9, line 2)');
    expect(message).toContain('iconv');
  });
});
