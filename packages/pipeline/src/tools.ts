import type { AnalysisTool, TextInput } from '@discord-intelligence/analysis-tool';
import {
  type ContentRouting,
  type ContentRoutingInput,
  createContentRoutingTool,
} from '@discord-intelligence/content-routing-tool';
import { createFallacyTool } from '@discord-intelligence/fallacy-tool';
import { createPerspectiveTool } from '@discord-intelligence/perspective-tool';
import type {
  FallacyAnalysisResult,
  KeyTopics,
  PerspectiveAnalysisResult,
  SentimentAnalysis,
} from '@discord-intelligence/response-models';
import { createSentimentTool } from '@discord-intelligence/sentiment-tool';
import { createTopicTool } from '@discord-intelligence/topic-tool';

/** The tool behind each analysis. */
export interface AnalysisTools {
  readonly fallacies: AnalysisTool<TextInput, FallacyAnalysisResult>;
  readonly perspectives: AnalysisTool<TextInput, PerspectiveAnalysisResult>;
  readonly sentiment: AnalysisTool<TextInput, SentimentAnalysis>;
  readonly topics: AnalysisTool<TextInput, KeyTopics>;
  readonly routing: AnalysisTool<ContentRoutingInput, ContentRouting>;
}

/** The tools of this repository, each with its defaults. */
export function createAnalysisTools(): AnalysisTools {
  return {
    fallacies: createFallacyTool(),
    perspectives: createPerspectiveTool(),
    sentiment: createSentimentTool(),
    topics: createTopicTool(),
    routing: createContentRoutingTool(),
  };
}
