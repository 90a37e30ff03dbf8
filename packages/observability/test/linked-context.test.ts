import { context, createContextKey, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { describe, expect, it } from '@jest/globals';

import { createRandom } from '@discord-intelligence/testing/random';

import { linked } from '../src/sdk/spans/linked-context.js';

const SEED = 20_261_124;

describe('a linked context', () => {
  it(`says what one of OpenTelemetry's own says, whatever is set and deleted (seed ${SEED})`, () => {
    const random = createRandom(SEED);
    const keys = Array.from({ length: 24 }, (_, index) => createContextKey(`key ${index}`));
    for (let round = 0; round < 20; round++) {
      let ours = linked(ROOT_CONTEXT);
      let theirs = ROOT_CONTEXT;
      for (let step = 0; step < 300; step++) {
        const key = keys[Math.floor(random() * keys.length)]!;
        if (random() < 0.2) [ours, theirs] = [ours.deleteValue(key), theirs.deleteValue(key)];
        else [ours, theirs] = [ours.setValue(key, step), theirs.setValue(key, step)];
        if (random() < 0.05) ours = linked(ours);
        expect({ round, step, values: keys.map((each) => ours.getValue(each)) }).toEqual({ round, step, values: keys.map((each) => theirs.getValue(each)) });
      }
    }
  });

  it('leaves the context it was made from as it was', () => {
    const key = createContextKey('one');
    const first = linked(ROOT_CONTEXT).setValue(key, 1);
    first.setValue(key, 2);
    first.deleteValue(key);
    expect(first.getValue(key)).toBe(1);
    expect(ROOT_CONTEXT.getValue(key)).toBeUndefined();
  });

  it('is what the API of OpenTelemetry puts spans into', () => {
    const span = trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 });
    expect(trace.getSpan(trace.setSpan(linked(context.active()), span))).toBe(span);
  });
});
