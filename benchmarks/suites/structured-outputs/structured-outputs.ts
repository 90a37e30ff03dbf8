import { benchOverhead } from './overhead.js';
import { benchStreaming } from './streaming.js';

/** What structured outputs cost, beside the raw client and plain Instructor. */
export async function benchStructuredOutputs(): Promise<string> {
  return [await benchOverhead(), await benchStreaming()].join('\n');
}
