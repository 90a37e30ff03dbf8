import { isCompleted } from '@discord-intelligence/analysis-tool';
import type { SentimentAnalysis } from '@discord-intelligence/response-models';

import { createSentimentTool } from '../src/index.js';
import type { Side } from './data/held-apart-sentences.js';

const tool = createSentimentTool();

/** The sentiment of a text, by the tool as users call it. */
export async function analyze(text: string): Promise<SentimentAnalysis> {
  const outcome = await tool.analyze(text);
  if (!isCompleted(outcome)) throw new Error(`the analysis was ${outcome.status}: ${JSON.stringify(outcome)}`);
  return outcome.result;
}

/** The side that a polarity stands for, with VADER's threshold. */
export function sideOf({ polarity }: SentimentAnalysis): Side {
  if (Math.abs(polarity) < 0.05) return 'neutral';
  return polarity > 0 ? 'positive' : 'negative';
}
