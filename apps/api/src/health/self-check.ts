import { ANALYSIS_NAMES, type AnalyzeText } from '@discord-intelligence/pipeline';

/** A sentence that every analysis has something to say about. */
const SAMPLE = 'Everyone knows that the new plan is wonderful, so nobody should listen to its critics.';

/**
 * Runs every analysis once, which also loads what they load on first use.
 *
 * @throws Error that names the analyses that did not succeed, or whatever the analyser throws.
 */
export async function selfCheck(analyzeText: AnalyzeText): Promise<void> {
  const { outcomes } = await analyzeText(SAMPLE);
  const broken = ANALYSIS_NAMES.filter((name) => outcomes[name]?.status !== 'success' && outcomes[name]?.status !== 'degraded');
  if (broken.length > 0) throw new Error(`the self-check failed for ${broken.join(', ')}`);
}
