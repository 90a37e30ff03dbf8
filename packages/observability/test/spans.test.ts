import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '@discord-intelligence/config';

import { currentSpan, forTests, info, isLogfireEnabled, pinoMixin, setSpanAttribute, setupLogfire, span, startSpan, withBaggage, withSpanAsync } from '../src/index.js';

describe('a span', () => {
  it('runs the function once, gives its value, and knows its parent', async () => {
    await using telemetry = await forTests();
    let runs = 0;
    const value = await span('outer', { a: 1 }, async () => {
      await Promise.resolve();
      return span('inner', undefined, () => {
        runs += 1;
        return 'value';
      });
    });
    expect([value, runs]).toEqual(['value', 1]);
    expect(telemetry.tree()).toBe('outer\n  inner');
  });

  it.each([
    ['an error', new TypeError('no')],
    ['a frozen error', Object.freeze(new Error('no'))],
    ['a text', 'no'],
    ['undefined', undefined],
    ['null', null],
    ['an object whose fields throw', { get message(): string { throw new Error('hidden'); } }],
  ])('throws on %s as the same thing, sync and async', async (_title, thrown) => {
    await using telemetry = await forTests();
    const caught: unknown[] = [];
    try {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- whatever programs throw
      span('sync', {}, () => { throw thrown; });
    } catch (error) {
      caught.push(error);
    }
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever programs reject with
    await span('async', {}, () => Promise.reject(thrown)).catch((error: unknown) => caught.push(error));
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as above
    await withSpanAsync('late', {}, () => { throw thrown; }).catch((error: unknown) => caught.push(error));
    expect(caught).toHaveLength(3);
    for (const error of caught) expect(Object.is(error, thrown)).toBe(true);
    expect(telemetry.spans().map(({ name }) => name)).toEqual(['sync', 'async', 'late']);
  });

  it('notes an error once, with its type, and is marked as failed', async () => {
    await using telemetry = await forTests();
    expect(() => span('bad', {}, () => { throw new RangeError('too far'); })).toThrow('too far');
    expect(telemetry.span('bad')).toMatchObject({
      status: 'error',
      statusMessage: 'too far',
      attributes: { 'error.type': 'RangeError', 'logfire.level_num': 17 },
      events: [{ name: 'exception', attributes: { 'exception.type': 'RangeError', 'exception.message': 'too far' } }],
    });
  });

  it('settles what is only like a promise, once', async () => {
    await using telemetry = await forTests();
    let calls = 0;
    const lazy: PromiseLike<number> = {
      then(resolve) {
        calls += 1;
        return Promise.resolve(4).then(resolve);
      },
    };
    expect(await span('lazy', {}, () => lazy)).toBe(4);
    expect(calls).toBe(1);
    expect(telemetry.spans()).toHaveLength(1);
  });

  it('fills its message from the attributes, without secrets', async () => {
    await using telemetry = await forTests();
    span('ask {model} with {api_key} for {missing}', { model: 'gpt-x', api_key: 'hidden-key' }, () => undefined);
    expect(telemetry.spans()[0]).toMatchObject({
      name: 'ask {model} with {api_key} for {missing}',
      attributes: { 'logfire.msg': "ask gpt-x with [Scrubbed due to 'api_key'] for {missing}", 'logfire.msg_template': 'ask {model} with {api_key} for {missing}' },
    });
  });

  it('keeps numbers, lists and objects as each can be kept', async () => {
    await using telemetry = await forTests();
    span('values', { number: 1, list: ['a', 'b'], mixed: [1, 'a'], object: { a: [1] }, nothing: null, absent: undefined, nan: NaN, big: 12n, date: new Date(0) }, () => undefined);
    expect(telemetry.span('values').attributes).toMatchObject({
      number: 1,
      list: ['a', 'b'],
      mixed: '[1,"a"]',
      object: '{"a":[1]}',
      nan: 'NaN',
      big: '12',
      date: '1970-01-01T00:00:00.000Z',
      'logfire.null_args': ['nothing'],
      'logfire.json_schema': '{"type":"object","properties":{"mixed":{"type":"array"},"object":{"type":"object"}}}',
    });
    expect(telemetry.span('values').attributes).not.toHaveProperty('absent');
  });

  it('goes on although its attributes cannot be made', async () => {
    await using telemetry = await forTests();
    expect(span('odd', () => { throw new Error('no attributes'); }, () => 3)).toBe(3);
    expect(telemetry.spans()).toHaveLength(1);
  });

  it('can be ended by its maker, once, and run functions until then', async () => {
    await using telemetry = await forTests();
    const manual = startSpan('manual', { a: 1 });
    manual.run(() => {
      setSpanAttribute('from.inside', true);
      span('child', {}, () => undefined);
    });
    manual.end();
    manual.end(new Error('too late'));
    manual.setAttribute('too', 'late');
    expect(telemetry.tree()).toBe('manual\n  child');
    expect(telemetry.span('manual')).toMatchObject({ status: 'unset', attributes: { a: 1, 'from.inside': true } });
    expect(telemetry.span('manual').attributes).not.toHaveProperty('too');
  });

  it('is bounded in attributes and characters', async () => {
    await using telemetry = await forTests();
    span('large', {}, (current) => {
      for (let index = 0; index < 300; index++) current.setAttribute(`key.${index}`, 'x'.repeat(40_000));
      for (let index = 0; index < 300; index++) current.addEvent(`event ${index}`);
    });
    const { attributes, events } = telemetry.span('large');
    expect(Object.keys(attributes).length).toBeLessThanOrEqual(128);
    expect(JSON.stringify(attributes).length).toBeLessThan(300_000);
    expect(attributes).toMatchObject({ 'key.0.truncated': true, 'span.dropped_attributes': expect.any(Number) });
    expect(events).toHaveLength(128);
  });
});

describe('the context', () => {
  it('ties logs and pino lines to the span around them', async () => {
    await using telemetry = await forTests();
    const mixin = pinoMixin();
    const ids = span('around', {}, (current) => {
      info('seen by {who}', { who: 'ada' });
      return { mixin: mixin(), own: { trace_id: current.traceId, span_id: current.spanId, trace_flags: '01' } };
    });
    expect(ids.mixin).toEqual(ids.own);
    expect(mixin()).toEqual({});
    expect(telemetry.logs()).toMatchObject([{ level: 'info', message: 'seen by ada', spanId: ids.own.span_id }]);
  });

  it('gives logs what Logfire needs to show lists, objects and nothing', async () => {
    await using telemetry = await forTests();
    info('seen', { list: [1, 'a'], object: { a: 1 }, none: null });
    expect(telemetry.logs()[0]?.attributes).toMatchObject({
      list: '[1,"a"]',
      object: '{"a":1}',
      'logfire.null_args': ['none'],
      'logfire.json_schema': '{"type":"object","properties":{"list":{"type":"array"},"object":{"type":"object"}}}',
    });
  });

  it('hands on the baggage that is allowed, and no other', async () => {
    await using telemetry = await forTests({ baggageKeys: ['guild'] });
    withBaggage({ guild: '42', user: 'ada' }, () => { span('inside', {}, () => undefined); });
    expect(telemetry.span('inside').attributes).toMatchObject({ guild: '42' });
    expect(telemetry.span('inside').attributes).not.toHaveProperty('user');
  });

  it('has no span outside of one', async () => {
    await using _telemetry = await forTests();
    expect(currentSpan().isRecording).toBe(false);
    setSpanAttribute('nowhere', 1);
  });
});

describe('a setup', () => {
  const base = { isEnabled: true, handleExit: false, runtimeMetrics: false, warn: () => undefined };
  const options = { ...base, destinations: [] };

  it('is done once, also when two ask for it at the same time', async () => {
    const [one, two] = await Promise.all([setupLogfire(options), setupLogfire(options)]);
    expect(one).toBe(two);
    expect([one.enabled, isLogfireEnabled()]).toEqual([true, true]);
    await Promise.all([one.shutdown(), two.shutdown()]);
    expect([one.enabled, isLogfireEnabled()]).toEqual([false, false]);
  });

  it('works again after a shutdown', async () => {
    for (let round = 0; round < 3; round++) {
      await using telemetry = await forTests();
      span(`round ${round}`, {}, () => { span('child', {}, () => undefined); });
      expect(telemetry.tree()).toBe(`round ${round}\n  child`);
    }
  });

  it('tells once that it sends to nowhere, and works', async () => {
    const said: string[] = [];
    await using handle = await setupLogfire({ ...base, config: loadConfig({ ENABLE_LOGFIRE: 'true' }), warn: (line) => said.push(line) });
    expect(handle.enabled).toBe(true);
    expect(said).toEqual([expect.stringMatching(/^Telemetry: what is collected goes nowhere: set LOGFIRE_TOKEN /)]);
  });
});
