export { type AnalysisTool, type AnalyzeOptions, type TextInput } from './analysis-tool.js';
export { defineTool, type OfflineContext, type ToolDefinition } from './define-tool.js';
export { ToolError, type ToolErrorCode } from './errors.js';
export { detectLanguage, type Language, languageName } from './text/language.js';
export { createLineCounter } from './text/line-number.js';
export { createPhraseIndex, type PhraseIndex, type PhraseIndexOptions, type PhraseVisitor } from './text/phrase-index.js';
export { LONGEST_SENTENCE, type Sentence } from './text/sentence.js';
export { createTextDocument, type TextDocument } from './text/text-document.js';
export { type Word } from './text/word.js';
export {
  type AnalysisMethod,
  type CompletedResult,
  type FailedResult,
  isCompleted,
  type SkippedResult,
  type TokenUsage,
  type ToolResult,
} from './tool-result.js';
