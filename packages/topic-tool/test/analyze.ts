import { isCompleted } from '@discord-intelligence/analysis-tool';
import type { KeyTopics } from '@discord-intelligence/response-models';

import { createTopicTool } from '../src/index.js';

const tool = createTopicTool();

/** The topics of a text, by the tool as users call it. */
export async function analyze(text: string): Promise<KeyTopics> {
  const outcome = await tool.analyze(text);
  if (!isCompleted(outcome)) throw new Error(`the analysis was ${outcome.status}: ${JSON.stringify(outcome)}`);
  return outcome.result;
}

/** White space folded, as in topics and contexts. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
