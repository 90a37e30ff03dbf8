import { type AnalysisTool, ToolError } from '@discord-intelligence/analysis-tool';

/** A tool that breaks on every text, for the given cause. */
export function failedTool(name: string, cause: Error): AnalysisTool<unknown, never> {
  return {
    name,
    version: '1.0.0',
    analyze: () => Promise.resolve({ status: 'failed', error: new ToolError('analysis_failed', name, `${name}: the offline analysis broke`, { cause }) }),
  };
}

/** A tool that ends only when its caller gives up. */
export function endlessTool(name: string, onBegun: () => void): AnalysisTool<unknown, never> {
  return {
    name,
    version: '1.0.0',
    analyze: (_input, { signal } = {}) =>
      new Promise((_resolve, reject) => {
        // The reason is the caller's, whatever it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        signal?.addEventListener('abort', () => { reject(signal.reason); });
        onBegun();
      }),
  };
}
