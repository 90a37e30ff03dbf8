import { describe, expect, it } from '@jest/globals';

import { forTests, protectSecrets, scrub, span } from '../src/index.js';
import { createKeyClassifier } from '../src/scrub/key-class.js';
import { createScrubber } from '../src/scrub/scrubber.js';

import { CANARIES, CORE } from './canaries.js';

const scrubber = createScrubber({ secrets: [CANARIES.configured] });

describe('the scrubber of texts', () => {
  it.each(Object.entries(CANARIES))('takes out %s, alone, within a text, and twice', (_name, secret) => {
    for (const text of [secret, `before ${secret} after`, `"${secret}"`, `${secret}\n${secret}`, JSON.stringify({ note: secret })]) {
      const clean = scrubber.text(text, 'note');
      expect(clean).not.toMatch(CORE);
      expect(clean).toContain('[Scrubbed due to ');
    }
    expect(scrubber.text(`before ${secret} after`, 'note')).toMatch(/^before .*after$/s);
  });

  it('leaves clean what it has cleaned', () => {
    for (const secret of Object.values(CANARIES)) {
      const once = scrubber.text(`token=${secret} and ${secret}`, 'note');
      expect(scrubber.text(once, 'note')).toBe(once);
    }
  });

  it.each([
    'The author of this book writes about tokens and sessions.',
    'max_tokens=100 and 512 tokens: fine',
    'risk-averse and task-oriented people, disk-space',
    'https://example.org/path?page=2&sort=asc#top',
    'Bearer of good news',
    'at Object.<anonymous> (/app/src/token-bucket.ts:12:5)',
    '550e8400-e29b-41d4-a716-446655440000',
    'ordinary text, nothing else',
  ])('leaves alone: %s', (text) => {
    expect(scrubber.text(text, 'note')).toBe(text);
  });

  it('is linear in time even on texts made to be slow', () => {
    const slow = ['-----BEGIN A', 'eyJ', 'sk-', 'token=', 'a@', '://a:', 'Bearer ', '"password": "', "api_key='", 'MTIzNDU2Nzg5MDEyMzQ1Njc4.'];
    const withPii = createScrubber({ pii: true });
    for (const seed of slow) {
      const time = (length: number) => {
        const text = seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
        withPii.text(text, 'note');
        // The best of three: whoever else uses the machine only makes it slower.
        return Math.min(...[1, 2, 3].map(() => {
          const startedAt = performance.now();
          withPii.text(text, 'note');
          return performance.now() - startedAt;
        }));
      };
      // Eight times the length in far less than 8² the time; with a floor, for tiny times say nothing.
      const ratio = time(64_000) / Math.max(time(8000), 5);
      if (ratio > 40) throw new Error(`${seed} took ${ratio} times as long for 8 times the text`);
    }
  });

  it('takes out personal data on request only', () => {
    const text = 'ada@example.org paid with 4111 1111 1111 1111 from DE89 3704 0044 0532 0130 00, call +49 30 1234567; order 1234567890123456';
    expect(scrubber.text(text, 'note')).toBe(text);
    const clean = createScrubber({ pii: true }).text(text, 'note');
    expect(clean).toBe(
      "[Scrubbed due to 'email'] paid with [Scrubbed due to 'card'] from [Scrubbed due to 'iban'], call [Scrubbed due to 'phone']; order 1234567890123456",
    );
  });
});

describe('the scrubber of keys', () => {
  const { classOf } = createKeyClassifier(['Guild Secretariat']);

  it.each(['password', 'db.password', 'userPassword', 'API_KEY', 'x-api-key', 'apiKey', 'authorization', 'access_token', 'refreshToken', 'token', 'client_secret', 'session', 'Set-Cookie', 'ssn', 'creditCard', 'privateKey', 'oauth', 'guild secretariat'])(
    'hides the value of %s',
    (key) => { expect(classOf(key)).toBe('sensitive'); },
  );

  it.each(['author', 'authors', 'tokens', 'max_tokens', 'gen_ai.usage.input_tokens', 'gen_ai.request.max_tokens', 'gen_ai.token.type', 'token_type', 'token_count', 'className', 'tokenizer', 'passenger', 'obsession', 'keyboard', 'exception.type'])(
    'does not hide the value of %s',
    (key) => { expect(['plain', 'safe']).toContain(classOf(key)); },
  );

  it('hides numbers and lists under such keys too', () => {
    expect(scrub({ pin: 1234, cvv: 123, tokens: 5, session: ['a'], nested: [{ password: { a: 1 } }] })).toEqual({
      pin: 1234,
      cvv: "[Scrubbed due to 'cvv']",
      tokens: 5,
      session: "[Scrubbed due to 'session']",
      nested: [{ password: "[Scrubbed due to 'password']" }],
    });
  });

  it('hides parameters of URLs under such keys too, those of the setup included', () => {
    const own = createScrubber({ keys: ['guild'] });
    expect(own.value('url.query', 'page=2&guild=42&access_token=abc&q=x')).toBe("page=2&guild=[Scrubbed due to 'guild']&access_token=[Scrubbed due to 'access_token']&q=x");
  });
});

describe('the scrubber of spans', () => {
  it('asks the callback, never showing it the secret, and uses its text', async () => {
    const asked: unknown[] = [];
    await using telemetry = await forTests({
      scrubbing: { onScrub: (match) => { asked.push(match); return match.reason === 'password' ? '<gone>' : undefined; } },
    });
    span('asks', { password: CANARIES.openai, note: CANARIES.github }, () => undefined);
    expect(telemetry.span('asks').attributes).toMatchObject({ password: '<gone>', note: "[Scrubbed due to 'github token']" });
    expect(JSON.stringify(asked)).not.toMatch(CORE);
    expect(JSON.parse(String(telemetry.span('asks').attributes['logfire.scrubbed']))).toEqual([
      { path: ['attributes', 'password'], matched_substring: 'password' },
      { path: ['attributes', 'note'], matched_substring: 'github token' },
    ]);
  });

  it('survives a callback that throws', async () => {
    await using telemetry = await forTests({ scrubbing: { onScrub: () => { throw new Error('no'); } } });
    span('asks', { password: 'x' }, () => undefined);
    expect(telemetry.span('asks').attributes).toMatchObject({ password: "[Scrubbed due to 'password']" });
  });

  it('learns of secrets later', async () => {
    await using telemetry = await forTests();
    protectSecrets(['late-CANARY-secret']);
    span('late', { note: 'a late-CANARY-secret here' }, () => undefined);
    expect(telemetry.span('late').attributes).toMatchObject({ note: "a [Scrubbed due to 'configured secret'] here" });
  });

  it('goes over what other libraries write through the API of OpenTelemetry', async () => {
    await using telemetry = await forTests();
    const [{ trace, SpanStatusCode }, { logs }] = await Promise.all([import('@opentelemetry/api'), import('@opentelemetry/api-logs')]);
    const foreign = trace.getTracer('foreign').startSpan(`name ${CANARIES.openai}`, {
      attributes: { 'db.statement': `select '${CANARIES.github}'`, 'http.url': CANARIES.urlParameter, 'http.request.header.cookie': ['CANARY'], [CANARIES.slack]: 1 },
      links: [{ context: { traceId: '1'.repeat(32), spanId: '1'.repeat(16), traceFlags: 1 }, attributes: { token: 'CANARY' } }],
    });
    foreign.recordException(new Error(`failed with ${CANARIES.jwt}`));
    foreign.setStatus({ code: SpanStatusCode.ERROR, message: CANARIES.bearer });
    foreign.end();
    logs.getLogger('foreign').emit({ body: { text: CANARIES.openai }, attributes: { deep: { list: [{ password: 'CANARY' }] }, texts: [CANARIES.aws], nested: [{ note: CANARIES.pem }] } });
    logs.getLogger('foreign').emit({ body: CANARIES.assignment });
    expect(telemetry.spans()).toHaveLength(1);
    expect(telemetry.logs()).toHaveLength(2);
    expect(JSON.stringify([telemetry.spans(), telemetry.logs()])).not.toMatch(CORE);
  });

  it('never cuts a secret in half and keeps the half', async () => {
    await using telemetry = await forTests();
    for (let shift = 0; shift < 60; shift += 7) {
      const text = 'x'.repeat(4096 - shift) + ` ${CANARIES.jwt} ` + 'y'.repeat(9000);
      span('long', { object: { text }, note: 'z'.repeat(32_768 - shift) + ` ${CANARIES.openai} ` + 'y'.repeat(9000) }, () => { /* nothing */ });
      expect(() => span('failing', {}, () => { throw new Error(text); })).toThrow();
    }
    expect(JSON.stringify(telemetry.spans())).not.toMatch(CORE);
  });
});
