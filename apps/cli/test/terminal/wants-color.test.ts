import { describe, expect, it } from '@jest/globals';

import { wantsColor } from '../../src/terminal/wants-color.js';

describe('wantsColor', () => {
  it.each([
    ['a terminal', {}, true, undefined, true],
    ['no terminal', {}, false, undefined, false],
    ['a dumb terminal', { TERM: 'dumb' }, true, undefined, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, undefined, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, undefined, true],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, false, undefined, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, undefined, false],
    ['FORCE_COLOR against NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, undefined, true],
    ['--color against NO_COLOR', { NO_COLOR: '1' }, false, true, true],
    ['--no-color against FORCE_COLOR', { FORCE_COLOR: '1' }, true, false, false],
  ])('decides for %s', (_, environment, isTty, flag, expected) => {
    expect(wantsColor({ environment, isTty, flag })).toBe(expected);
  });
});
