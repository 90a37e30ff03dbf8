import { createPerspectiveTool } from '@discord-intelligence/perspective-tool';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const outcome = await createPerspectiveTool().analyze(
    'This is a climate emergency. Big oil is poisoning our air, and we owe our children a livable planet. Time for climate justice!',
  );
  if (outcome.status !== 'success') throw new Error(`the analysis ended as ${outcome.status}`);
  const [first] = outcome.result.perspectives;
  if (!first) throw new Error('no perspective was found');
  return `${outcome.result.perspectives.length} perspectives`;
}
