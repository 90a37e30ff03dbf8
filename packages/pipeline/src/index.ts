export { ANALYSIS_NAMES, AnalysisName } from './analysis-name.js';
export { AnalysisOutcome, AnalysisReport } from './analysis-report.js';
export {
  type AnalyzeText,
  analyzeText,
  type AnalyzeTextOptions,
  createTextAnalyzer,
  type TextAnalyzerOptions,
  type TextWithMetadata,
} from './analyze-text.js';
export { PipelineError, type PipelineErrorCode } from './errors.js';
export { type AnalysisTools, createAnalysisTools } from './tools.js';
