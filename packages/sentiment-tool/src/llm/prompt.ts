import type { Prompt } from '@discord-intelligence/analysis-tool';

/** What the model is asked to do. A test holds each version to its text. */
export const SENTIMENT_PROMPT: Prompt = {
  name: 'sentiment',
  version: '1.0.0',
  text: `Measure how the author of the text feels about what the text speaks of.

- polarity: from -1 (wholly negative) over 0 (neutral or balanced) to 1 (wholly positive). Bad news told without feeling is near 0. Irony counts by what is meant.
- subjectivity: 0 when the text only states facts, 1 when it only gives opinion.
- intensity: how strongly the feeling is expressed, whatever its direction; calm prose is near 0.
- dominant_emotion: one lower-case English noun, such as joy, trust, fear, surprise, sadness, disgust, anger or anticipation; null when none leads.
- confidence: low when the text is short, mixed, ironic or in a language that you read badly.

A feeling that the text reports or quotes of somebody else counts only as far as the author shares it.`,
};
