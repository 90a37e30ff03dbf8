import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { SENTIMENT_PROMPT } from '../../src/llm/prompt.js';

/** What each version says, as the beginning of its SHA-256. A changed text needs a new version, and a line here. */
const KNOWN: Readonly<Record<string, string>> = { '1.0.0': '3d73be2f81e4572b' };

describe('the prompt', () => {
  it('says under each version what it has always said', () => {
    expect(createHash('sha256').update(SENTIMENT_PROMPT.text).digest('hex').slice(0, 16)).toBe(KNOWN[SENTIMENT_PROMPT.version]);
  });
});
