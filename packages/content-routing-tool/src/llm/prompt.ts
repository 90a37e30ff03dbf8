import type { Prompt } from '@discord-intelligence/analysis-tool';

/** What the model is asked to do. A test holds each version to its text. */
export const ROUTING_PROMPT: Prompt = {
  name: 'content_routing',
  version: '1.0.0',
  text: `Say what kind of content the text is, and whether a full analysis of its arguments, standpoints, feeling and topics is worth the effort.

classification:
- primary_type: the kind that fits best; "general" when none stands out. secondary_types: up to three others that fit as well, best first, without the primary one.
- confidence: how sure the primary type is.
- recommended_pipeline: deep_analysis for content that argues, teaches or explains; fast_summary for news; light_analysis for entertainment and sports; standard_pipeline for the rest.
- quality_score: quality of the content as what it sets out to be.
- recommendations: what to look at when processing it.

decision:
- should_process: false for advertising, keyboard mash, greetings, text that only repeats itself, and text without content; a short text with a point is worth it.
- suggested_action: process, skip, or flag_for_review when a person should decide.
- quality_indicators: substance (how much there is to analyse), language_quality, spam_absence, repetition_absence; 1 is best. When should_process is true their mean is at least 0.3, when it is false at most 0.7.
- estimated_value: what an analysis would be worth to a reader.
- reasoning: why, in a few sentences.`,
};
