import { FallacyType, modelJsonSchema, RESPONSE_MODELS, SentimentAnalysis } from '@discord-intelligence/response-models';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  if (FallacyType.parse('bandwagon') !== 'appeal_to_popularity') throw new Error('an old name is not understood');
  if (SentimentAnalysis.safeParse({ sentiment: 'angry' }).success) throw new Error('half an answer was accepted');
  const names = Object.keys(RESPONSE_MODELS) as (keyof typeof RESPONSE_MODELS)[];
  for (const name of names) {
    if (!JSON.stringify(modelJsonSchema(name)).includes('"properties"')) throw new Error(`${name} has no JSON Schema`);
  }
  return `${names.length} models`;
}
