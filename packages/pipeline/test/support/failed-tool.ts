import { type AnalysisTool, ToolError } from '@discord-intelligence/analysis-tool';

/** A tool that breaks on every text, for the given cause. */
export function failedTool(name: string, cause: Error): AnalysisTool<unknown, never> {
  return {
    name,
    version: '1.0.0',
    analyze: () => Promise.resolve({ status: 'failed', error: new ToolError('analysis_failed', name, `${name}: the offline analysis broke`, { cause }) }),
  };
}
