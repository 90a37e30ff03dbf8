import { analyzeText } from '@discord-intelligence/pipeline';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const report = await analyzeText('Everybody knows it works, so it must be true. I love it!');
  if (report.status !== 'success') throw new Error(`the analysis ended as ${report.status}: ${report.reason ?? ''}`);
  if (report.analysis === null) throw new Error('there is no analysis in the report');
  return `${Object.keys(report.outcomes).length} analyses of ${report.text.words} words`;
}
