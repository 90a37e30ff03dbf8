import { type AnalysisTool, defineTool, type LanguageModel, type Material, type TextDocument } from '@discord-intelligence/analysis-tool';
import { ComprehensiveAnalysis } from '@discord-intelligence/response-models';
import * as z from 'zod';

import { comprehend, type Findings } from './comprehend.js';
import { OVERVIEW_PROMPT } from './prompt.js';

/** A text and what was found in it. */
export interface OverviewInput {
  readonly document: TextDocument;
  readonly findings: Findings;
}

/** What an overview tool may be given. */
export interface OverviewToolOptions {
  /** The model to ask before the offline path. @default none */
  readonly languageModel?: LanguageModel | undefined;
}

const { executive_summary, actionable_insights } = ComprehensiveAnalysis.shape;
const OverviewAnswer = z.object({ executive_summary, actionable_insights });

// Every finding was held to its model by its tool; nothing is gained by parsing it once more.
const Overview = z.custom<ComprehensiveAnalysis>();

/**
 * Makes the tool that says what the analyses of a text come to.
 *
 * @throws RangeError when a number of `languageModel` is out of range.
 */
export function createOverviewTool({ languageModel }: OverviewToolOptions = {}): AnalysisTool<OverviewInput, ComprehensiveAnalysis> {
  return defineTool({
    name: 'comprehensive',
    version: '1.0.0',
    schema: Overview,
    textOf: ({ document }: OverviewInput) => document,
    offline: ({ input: { findings, document } }) => comprehend(findings, document),
    limitations: [],
    languageModel,
    llm: {
      prompt: OVERVIEW_PROMPT,
      answer: OverviewAnswer,
      reads: 'excerpt',
      materials: ({ findings }) => [{ label: 'The findings', text: digest(findings) }],
      conclude: ([asked], { input: { findings, document }, checkProse }) => ({
        ...comprehend(findings, document),
        executive_summary: checkProse(asked!.answer.executive_summary),
        actionable_insights: asked!.answer.actionable_insights,
      }),
      limitations: [],
    },
  });
}

/** Findings that an overview is made of: the gravest and surest would be listed first anyway. */
const MOST_LISTED = 20;

/** The findings without places, counts and advice, in as few tokens as carry them. */
function digest({ fallacies, perspectives, sentiment, topics, routing }: Findings): Material['text'] {
  return JSON.stringify({
    fallacies: fallacies && {
      found: fallacies.fallacies.slice(0, MOST_LISTED).map(({ fallacy_type, quote, explanation, severity, confidence }) => ({
        fallacy_type,
        quote: quote.slice(0, 300),
        explanation: explanation.slice(0, 300),
        severity,
        confidence,
      })),
      credibility_score: fallacies.credibility_score,
    },
    perspectives: perspectives && {
      found: perspectives.perspectives.map(({ perspective_type, prominence }) => ({ perspective_type, prominence })),
      bias_score: perspectives.bias_score,
      balance_score: perspectives.balance_score,
      framing_analysis: perspectives.framing_analysis.slice(0, 1_000),
    },
    sentiment,
    topics: topics?.map(({ topic, relevance }) => ({ topic, relevance })),
    routing: routing && { type: routing.classification.primary_type, reasoning: routing.decision.reasoning },
  });
}
