import type { Prompt } from '@discord-intelligence/analysis-tool';

/** What the model is asked to do. A test holds each version to its text. */
export const PERSPECTIVE_PROMPT: Prompt = {
  name: 'perspective',
  version: '1.0.0',
  text: `Find the standpoints that the text speaks from, how slanted its wording is, and how evenly it treats the sides.

- perspectives: every standpoint that the author, or a speaker given room, takes. What the text only reports of others is not its own. A text without a political or moral standpoint has the single perspective "neutral".
  - quotes: one to three passages of the text that show the standpoint, each word by word and of one sentence at most.
  - explanation: in one or two sentences, how they show it.
  - prominence: how much of the text speaks from it.
  - bias_indicators: loaded words, and moves such as ridicule or leaving out, that show bias; each in a few words.
- dominant_perspective: the one that leads; null when none does.
- bias_score: how slanted the wording is, 0 for even-handed, 1 for propaganda. A firm opinion fairly argued is below 0.5.
- balance_score: how evenly the sides of the question are represented, 0 for one side only, 1 for evenly. A bias_score above 0.7 needs a balance_score of at most 0.5.
- framing_analysis: what the text stresses, what it leaves out, and in whose words it speaks.
- omitted_perspectives: standpoints that a fair treatment of this very question would have to include.
- recommendations: how the text could be fairer.

Judge a standpoint that you share as you would one that you do not.`,
};
