import { createFallacyTool } from '@discord-intelligence/fallacy-tool';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const text = 'Everybody knows it works, so it must be true.';
  const outcome = await createFallacyTool().analyze(text);
  if (outcome.status !== 'success') throw new Error(`the analysis ended as ${outcome.status}`);
  const [fallacy] = outcome.result.fallacies;
  if (!fallacy?.span) throw new Error('the appeal to popularity was not found');
  if (text.slice(fallacy.span.start, fallacy.span.end) !== fallacy.quote) throw new Error('the span does not hold the quote');
  return fallacy.fallacy_type;
}
