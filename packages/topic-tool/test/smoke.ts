import { createTopicTool } from '@discord-intelligence/topic-tool';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const outcome = await createTopicTool().analyze(
    'The solar panels on our roof feed the battery. Solar panels and a battery make the house independent of the power grid.',
  );
  if (outcome.status !== 'success') throw new Error(`the analysis ended as ${outcome.status}`);
  if (outcome.result.length === 0) throw new Error('no topic was found');
  return `${outcome.result.length} topics`;
}
