import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { OVERVIEW_PROMPT } from '../../src/overview/prompt.js';

/** What each version says, as the beginning of its SHA-256. A changed text needs a new version, and a line here. */
const KNOWN: Readonly<Record<string, string>> = { '1.0.0': '76eae0ecf9aac1e6' };

describe('the prompt', () => {
  it('says under each version what it has always said', () => {
    expect(createHash('sha256').update(OVERVIEW_PROMPT.text).digest('hex').slice(0, 16)).toBe(KNOWN[OVERVIEW_PROMPT.version]);
  });
});
