export { type AnalysisTool, type AnalyzeOptions, type TextInput } from './analysis-tool.js';
export { defineTool, type ToolDefinition } from './define-tool.js';
export { ToolError, type ToolErrorCode } from './errors.js';
export { type LanguageModel } from './llm/language-model.js';
export { type ConcludeContext, type LlmPath, type PartAnswer } from './llm/llm-path.js';
export { createQuoteLocator, type Passage, type QuoteLocator } from './llm/locate-quote.js';
export { joinProse, mergeLists, weightedMean, weightedVote } from './llm/merge.js';
export { type Material, type Prompt } from './llm/prompt.js';
export { type TextPart } from './llm/text-part.js';
export { type OfflineContext } from './offline-context.js';
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
