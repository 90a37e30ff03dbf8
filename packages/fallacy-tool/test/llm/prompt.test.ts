import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { FALLACY_PROMPT } from '../../src/llm/prompt.js';

/** What each version says, as the beginning of its SHA-256. A changed text needs a new version, and a line here. */
const KNOWN: Readonly<Record<string, string>> = { '1.0.0': 'd04e290529cda18e' };

describe('the prompt', () => {
  it('says under each version what it has always said', () => {
    expect(createHash('sha256').update(FALLACY_PROMPT.text).digest('hex').slice(0, 16)).toBe(KNOWN[FALLACY_PROMPT.version]);
  });
});
