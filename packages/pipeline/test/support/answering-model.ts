import { loadConfig } from '@discord-intelligence/config';
import { type EndpointReply, type FakeOpenAI, type FakeProvider, type ProviderCall, toolCall } from '@discord-intelligence/testing';

import { createLanguageModels, type LanguageModels } from '../../src/index.js';

/** What a good model answers, by the name of the question. */
export const GOOD_ANSWERS = {
  fallacy_analysis: {
    fallacies: [
      { fallacy_type: 'bandwagon', quote: 'Everyone knows that the plan is good', explanation: 'That everyone knows it is no reason.', severity: 'medium', confidence: 'high' },
      { fallacy_type: 'argument from repetition', quote: 'so nobody should listen to its critics', explanation: 'It does not follow from what comes before it.', severity: 'high', confidence: 'medium' },
    ],
    overall_quality: 'poor',
    credibility_score: 0.3,
    summary: 'The text leans on what everyone is said to know.',
    recommendations: ['Say what is good about the plan.'],
    key_issues: ['No reason is given.'],
  },
  perspective_analysis: {
    perspectives: [
      { perspective_type: 'populist', quotes: ['Everyone knows that the plan is good'], explanation: 'It speaks for everyone against a few critics.', confidence: 'medium', prominence: 0.8, bias_indicators: ['everyone knows'] },
    ],
    dominant_perspective: 'populist',
    bias_score: 0.8,
    balance_score: 0.2,
    framing_analysis: 'The critics are left without a voice of their own.',
    omitted_perspectives: ['technocratic'],
    recommendations: ['Let the critics speak.'],
  },
  sentiment_analysis: { polarity: 0.2, subjectivity: 0.9, intensity: 0.5, dominant_emotion: 'Contempt', confidence: 'medium' },
  topic_analysis: [{ topic: 'the plan', relevance: 0.9, keywords: ['plan', 'pyramid'], context: 'Everyone knows that the plan is good' }],
  content_routing_analysis: {
    classification: { primary_type: 'political', confidence: 0.7, secondary_types: ['political', 'discussion'], recommended_pipeline: 'deep_analysis', quality_score: 0.4, recommendations: [] },
    decision: {
      should_process: true,
      confidence: 'high',
      reasoning: 'A short claim that is worth a look.',
      quality_indicators: { substance: 0.5, language_quality: 1, spam_absence: 1, repetition_absence: 1 },
      suggested_action: 'process',
      estimated_value: 0.6,
    },
  },
  comprehensive_analysis: {
    executive_summary: 'The text praises a plan because everyone is said to know that it is good, and waves its critics away.',
    actionable_insights: ['Ask what speaks for the plan.'],
  },
} as const;

type Question = keyof typeof GOOD_ANSWERS;

/** The question that a request asks, by the name of its only tool. */
export function questionOf(call: ProviderCall): Question {
  const { tools } = call.body as { readonly tools: readonly [{ readonly function: { readonly name: Question } }] };
  return tools[0].function.name;
}

/** Answers every question as a good model does, or as `answers` says. */
export function answerAll(openai: FakeProvider, answers: Partial<Record<Question, unknown>> = {}, replies: Partial<Record<Question, EndpointReply>> = {}): void {
  openai.always((call) => {
    const question = questionOf(call);
    const answer: unknown = answers[question] ?? GOOD_ANSWERS[question];
    const reply = replies[question] ?? toolCall(question, Array.isArray(answer) ? { value: answer } : answer, { usage: { prompt: 100, completion: 10, cost: 0.001 } });
    return reply.play(call);
  });
}

/** The models that the settings lead to, for a server that needs no key. */
export async function modelsAt(openai: FakeOpenAI): Promise<LanguageModels> {
  const models = await createLanguageModels(loadConfig({ OPENAI_BASE_URL: openai.baseUrl, OPENAI_MODEL: 'test-model', INSTRUCTOR_MAX_RETRIES: '0' }));
  if (models === undefined) throw new Error('a server of one\'s own needs no key');
  return models;
}
