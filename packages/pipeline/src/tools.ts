import type { AnalysisTool, LanguageModel, TextInput } from '@discord-intelligence/analysis-tool';
import {
  type ContentRouting,
  type ContentRoutingInput,
  createContentRoutingTool,
} from '@discord-intelligence/content-routing-tool';
import { createFallacyTool } from '@discord-intelligence/fallacy-tool';
import { createPerspectiveTool } from '@discord-intelligence/perspective-tool';
import type {
  ComprehensiveAnalysis,
  FallacyAnalysisResult,
  KeyTopics,
  PerspectiveAnalysisResult,
  SentimentAnalysis,
} from '@discord-intelligence/response-models';
import { createSentimentTool } from '@discord-intelligence/sentiment-tool';
import { createTopicTool } from '@discord-intelligence/topic-tool';

import { createOverviewTool, type OverviewInput } from './overview/overview-tool.js';

/** The tool behind each analysis. */
export interface AnalysisTools {
  readonly fallacies: AnalysisTool<TextInput, FallacyAnalysisResult>;
  readonly perspectives: AnalysisTool<TextInput, PerspectiveAnalysisResult>;
  readonly sentiment: AnalysisTool<TextInput, SentimentAnalysis>;
  readonly topics: AnalysisTool<TextInput, KeyTopics>;
  readonly routing: AnalysisTool<ContentRoutingInput, ContentRouting>;
  /** Says what the others come to. @default the offline one */
  readonly overview?: AnalysisTool<OverviewInput, ComprehensiveAnalysis>;
}

/** The language models that the analyses ask. */
export interface LanguageModels {
  /** For deep analyses: fallacies, perspectives and the overview. */
  readonly analysis: LanguageModel;
  /** For quick questions: sentiment, topics and routing. @default `analysis` */
  readonly quick?: LanguageModel;
  /**
   * Texts that the offline path finds less suspicious than this, 0 to 1, are not asked about in search of
   * fallacies, and of the others it points the model to what it has found. @default all are asked about, without hints
   */
  readonly fallacyGate?: number | undefined;
}

/**
 * The tools of this repository, each with its defaults.
 *
 * @param models - Without them every tool answers offline.
 * @throws RangeError when a number of them is out of range.
 */
export function createAnalysisTools(models?: LanguageModels): AnalysisTools & Required<Pick<AnalysisTools, 'overview'>> {
  const deep = { languageModel: models?.analysis };
  const quick = { languageModel: models?.quick ?? models?.analysis };
  return {
    fallacies: createFallacyTool({ ...deep, hybrid: models?.fallacyGate === undefined ? undefined : { gate: models.fallacyGate } }),
    perspectives: createPerspectiveTool(deep),
    sentiment: createSentimentTool(quick),
    topics: createTopicTool(quick),
    routing: createContentRoutingTool(quick),
    overview: createOverviewTool(deep),
  };
}
