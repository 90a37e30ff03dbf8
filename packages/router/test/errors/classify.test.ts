import { describe, expect, it } from '@jest/globals';
import OpenAI from 'openai';

import { classify } from '../../src/errors/classify.js';
import type { FailureClass } from '../../src/errors/failure-class.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');

function answered(status: number, message: string, code: string | null = null, headers: Record<string, string> = {}): unknown {
  return OpenAI.APIError.generate(status, { error: { message, type: null, code } }, undefined, new Headers(headers));
}

describe('what an answer with an error status means', () => {
  const rows: readonly (readonly [FailureClass, unknown])[] = [
    ['transient', answered(500, 'oops')],
    ['transient', answered(502, 'bad gateway')],
    ['transient', answered(529, 'overloaded')],
    ['transient', answered(408, 'slow')],
    ['rate_limit', answered(429, 'slow down')],
    ['rate_limit', answered(403, 'Tokens Per Minute exceeded for this deployment')],
    ['rate_limit', answered(500, 'Too Many Requests, try later')],
    ['quota', answered(429, 'no', 'insufficient_quota')],
    ['quota', answered(400, 'Your credit balance is too low to access the API')],
    ['quota', answered(402, 'anything')],
    ['quota', answered(429, 'x', 'billing_hard_limit_reached')],
    ['credential', answered(401, 'who are you')],
    ['model_access', answered(403, 'limit')],
    ['model_access', answered(404, 'no such model')],
    ['model_gone', answered(410, 'gone')],
    ['model_gone', answered(404, 'The model `x` has been deprecated')],
    ['context_window', answered(400, "This model's maximum context length is 8192 tokens", 'context_length_exceeded')],
    ['content_policy', answered(400, 'no', 'content_filter')],
    ['caller_fault', answered(400, 'bad field')],
    ['caller_fault', answered(413, 'too large')],
    ['caller_fault', answered(415, 'no')],
    ['caller_fault', answered(422, 'no')],
    ['caller_fault', answered(400, 'temperature must be a number, limit 2')],
    ['unknown', answered(418, 'teapot')],
  ];
  it.each(rows.map(([expected, error]) => ({ expected, error, text: (error as Error).message })))('$text is $expected', ({ expected, error }) => {
    expect(classify(error, NOW).class).toBe(expected);
  });

  it.each(['rate', 'limit', 'quota', 'throttle', 'the generation rate was low', 'prorated'])('the bare word in "%s" is no rate limit', (message) => {
    expect(classify(answered(403, message), NOW).class).toBe('model_access');
  });
});

describe('what a failure without a status means', () => {
  it('takes a socket that closes in mid-stream for a broken connection', () => {
    const error = new TypeError('terminated', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
    expect(classify(error, NOW).class).toBe('connection');
  });

  it('takes a refused connection behind the error of the SDK for a broken connection', () => {
    const error = new OpenAI.APIConnectionError({ cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
    expect(classify(error, NOW).class).toBe('connection');
  });

  it('reads the status of an error inside a stream from its code', () => {
    const inStream = (code: unknown, message = 'x') => classify(new OpenAI.APIError(undefined, { code, message }, undefined, undefined), NOW);
    expect(inStream(429)).toMatchObject({ class: 'rate_limit', status: 429 });
    expect(inStream(400, 'invalid request')).toMatchObject({ class: 'caller_fault', status: 400 });
    expect(inStream('502')).toMatchObject({ class: 'transient' });
  });

  it('repeats no key that was sent, wherever the provider quotes it', () => {
    const key = 'plain-words-of-a-key';
    const far = `${'x'.repeat(490)} ${key}`;
    for (const error of [answered(401, `wrong: ${key}`), answered(401, far), answered(401, 'wrong', key), answered(401, 'wrong', 'Bearer-sk-0123456789abc')]) {
      const { message, cause } = classify(error, NOW, key);
      expect(message).not.toContain('plain-');
      expect(message.length).toBeLessThanOrEqual(500);
      expect(cause).toBeUndefined();
    }
    const harmless = answered(401, 'wrong', 'invalid_api_key');
    expect(classify(harmless, NOW, key).cause).toBe(harmless);
  });

  it('knows nothing about something that is no error', () => {
    expect(classify('boom', NOW).class).toBe('unknown');
    expect(classify(undefined, NOW).class).toBe('unknown');
    expect(classify(new Error('surprise'), NOW).class).toBe('unknown');
  });
});

describe('how long a provider asks to wait', () => {
  const wait = (headers: Record<string, string>) => classify(answered(429, 'x', null, headers), NOW).retryAfterMs;

  it('reads milliseconds before seconds before dates', () => {
    expect(wait({ 'retry-after-ms': '1500', 'retry-after': '9' })).toBe(1_500);
    expect(wait({ 'retry-after': '2' })).toBe(2_000);
    expect(wait({ 'retry-after': 'Sun, 22 Nov 2026 12:00:03 GMT' })).toBe(3_000);
  });

  it('takes nonsense and the past for silence', () => {
    expect(wait({ 'retry-after': 'soon' })).toBeUndefined();
    expect(wait({ 'retry-after': '-1' })).toBeUndefined();
    expect(wait({ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' })).toBeUndefined();
    expect(wait({})).toBeUndefined();
  });
});
