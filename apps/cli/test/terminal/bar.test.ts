import { describe, expect, it } from '@jest/globals';

import { renderBar, renderGauge } from '../../src/terminal/bar.js';

describe('renderBar', () => {
  it('fills its share and never leaves its columns', () => {
    expect(renderBar(0, 4)).toBe('░░░░');
    expect(renderBar(0.5, 4)).toBe('██░░');
    expect(renderBar(1, 4)).toBe('████');
    expect(renderBar(7, 4)).toBe('████');
    expect(renderBar(-1, 4)).toBe('░░░░');
  });
});

describe('renderGauge', () => {
  it('puts the point where the value is and marks the middle', () => {
    expect(renderGauge(-1, 5)).toBe('●─┼──');
    expect(renderGauge(0, 5)).toBe('──●──');
    expect(renderGauge(1, 5)).toBe('──┼─●');
  });
});
