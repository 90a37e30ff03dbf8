import { createTextDocument, defineTool, isCompleted } from '@discord-intelligence/analysis-tool';
import { z } from 'zod';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const counter = defineTool({
    name: 'counter',
    version: '1.0.0',
    schema: z.object({ words: z.int() }),
    textOf: (text: string) => text,
    offline: ({ document }) => ({ words: document.words.length }),
    limitations: [],
  });
  const outcome = await counter.analyze('It rains again. Nobody minds.');
  if (!isCompleted(outcome) || outcome.result.words !== 5) throw new Error(`unexpected: ${JSON.stringify(outcome)}`);
  if ((await counter.analyze('')).status !== 'skipped') throw new Error('an empty text was analysed');
  return `${createTextDocument('One. Two.').sentences.length} sentences, ${outcome.result.words} words`;
}
