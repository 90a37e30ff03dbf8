import { describe, expect, it } from '@jest/globals';

import { readBehaviours } from './dsl/behaviour-case.js';

const valid = { id: 'T', group: 'test', title: 'a test', config: {}, providers: {}, actions: [{ call: { model: 'g' } }], expect: { status: 200 } };
const read = (part: object) => readBehaviours(JSON.stringify({ cases: [{ ...valid, ...part }] }))[0];

describe('reading behaviours', () => {
  it('accepts a list with and without a frame', () => {
    expect(read({})).toMatchObject({ ok: true });
    expect(readBehaviours(JSON.stringify([valid]))).toHaveLength(1);
  });

  it.each([
    ['an unknown field of the configuration', { config: { retires: {} } }, 'retires'],
    ['an unknown field of a deployment', { config: { groups: { g: [{ id: 'a', provider: 'p', model: 'm', rmp: 1 }] } } }, 'rmp'],
    ['an unknown action', { actions: [{ jump: 3 }] }, 'jump'],
    ['an unknown field of a call', { actions: [{ call: { model: 'g', temperatur: 1 } }] }, 'temperatur'],
    ['an unknown expectation', { expect: { statuss: 200 } }, 'statuss'],
    ['an unknown expectation of the last result', { expect: { last: { stat: 200 } } }, 'stat'],
    ['an unknown step', { providers: { a: [{ sleep: 1 }] } }, 'sleep'],
    ['an unknown stream event', { providers: { a: [{ stream: [{ dleta: 'x' }] }] } }, 'dleta'],
    ['an unknown field of the case', { expects: {} }, 'expects'],
    ['no expectation at all', { expect: {} }, 'cannot fail'],
  ])('refuses %s and names it', (_name, part, word) => {
    const entry = read(part);
    expect(entry).toMatchObject({ ok: false, id: 'T' });
    expect(entry?.ok === false ? entry.problems : '').toContain(word);
  });
});
