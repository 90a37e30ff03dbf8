import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { HYBRID_PROMPT } from '../../src/llm/hybrid-prompt.js';
import { FALLACY_PROMPT } from '../../src/llm/prompt.js';

/** What each version says, as the beginning of its SHA-256. A changed text needs a new version, and a line here. */
const KNOWN: Readonly<Record<string, string>> = { '1.0.0': 'd04e290529cda18e', '1.1.0': '98ecce893957ca37', '1.1.0+hints.1': '289f3e4d71c65dff' };

describe('the prompt', () => {
  it.each([FALLACY_PROMPT, HYBRID_PROMPT])('says under version $version what it has always said', ({ text, version }) => {
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(KNOWN[version]);
  });
});
