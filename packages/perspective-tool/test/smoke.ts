import { createPerspectiveTool } from '@discord-intelligence/perspective-tool';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const outcome = await createPerspectiveTool().analyze(
    'The government should raise taxes on the rich. Economists warn that the market would suffer, while voters want fair wages.',
  );
  if (outcome.status !== 'success') throw new Error(`the analysis ended as ${outcome.status}`);
  const [first] = outcome.result.perspectives;
  if (!first) throw new Error('no perspective was found');
  return `${outcome.result.perspectives.length} perspectives`;
}
