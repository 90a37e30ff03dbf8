import { createContentRoutingTool } from '@discord-intelligence/content-routing-tool';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const outcome = await createContentRoutingTool().analyze({
    text: 'Thank you, moderator. My opponent says that the tax will help; I disagree, and here is why the evidence points the other way.',
    title: 'Debate: should we raise the tax?',
  });
  if (outcome.status !== 'success') throw new Error(`the analysis ended as ${outcome.status}`);
  return Object.keys(outcome.result).join(', ');
}
