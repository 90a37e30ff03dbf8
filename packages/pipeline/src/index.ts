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
export { createLanguageModels, type LanguageModelOptions, type OpenLanguageModels } from './models/create-language-models.js';
export {
  describePlan,
  type LanguageModelChoice,
  type LanguageModelConfig,
  type LanguageModelPlan,
  planLanguageModels,
} from './models/plan-language-models.js';
export { type Findings } from './overview/comprehend.js';
export { createOverviewTool, type OverviewInput, type OverviewToolOptions } from './overview/overview-tool.js';
export { type AnalysisTools, createAnalysisTools, type LanguageModels } from './tools.js';
