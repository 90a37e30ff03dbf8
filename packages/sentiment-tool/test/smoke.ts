import { createSentimentTool } from '@discord-intelligence/sentiment-tool';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const tool = createSentimentTool();
  const glad = await tool.analyze('I love this, it is a wonderful idea!');
  const sad = await tool.analyze('I hate this, it is a terrible idea!');
  if (glad.status !== 'success' || sad.status !== 'success') throw new Error(`ended as ${glad.status} and ${sad.status}`);
  if (glad.result.polarity <= sad.result.polarity) throw new Error('love counts for no more than hate');
  return `${glad.result.polarity.toFixed(2)} against ${sad.result.polarity.toFixed(2)}`;
}
