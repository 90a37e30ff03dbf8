import { createTextDocument, isCompleted, type LanguageModel } from '@discord-intelligence/analysis-tool';
import { CONFIDENCE_VALUES, FALLACY_TYPES } from '@discord-intelligence/response-models';

import { detectBySpeaker } from '../by-speaker.js';
import { createFallacyTool, type HybridOptions } from '../fallacy-tool.js';
import { createTextJudge } from '../text-judge.js';
import { createTrainedDetector, type DetectorPreset } from '../trained-detector.js';

import type { Prediction } from './gold-item.js';

/** How fallacies are looked for: by the package alone, by a language model, or by both together. */
export type EvaluationMethod = 'offline' | 'llm' | 'hybrid';

/** What came of one text. */
export interface PredictedText {
  readonly prediction: Omit<Prediction, 'id'>;
  /** Time that it took, in milliseconds. */
  readonly durationMs: number;
  /** Calls made to a language model, failed ones too. */
  readonly calls: number;
  /** Tokens that they took, questions and answers together. */
  readonly tokens: number;
  /** US dollars; undefined when no call was priced. */
  readonly costUsd: number | undefined;
  /** Whether the gate of the hybrid method held a call back. */
  readonly isSpared: boolean;
  /** Why the offline path answered in place of the language model. */
  readonly degradedReason: string | undefined;
}

/** Looks for fallacies in a text. @throws the reason of `signal` when it is aborted. */
export type Predictor = (text: string, signal?: AbortSignal) => Promise<PredictedText>;

/** How a predictor works. */
export interface PredictorOptions {
  /** @default 'offline' */
  readonly method?: EvaluationMethod;
  /** How ready the offline detector is to report. @default 'precise' */
  readonly preset?: DetectorPreset;
  /** The model that `llm` and `hybrid` ask. */
  readonly languageModel?: LanguageModel | undefined;
  /** How `hybrid` decides whom to ask. */
  readonly hybrid?: HybridOptions;
  /** Milliseconds from any fixed point. @default performance.now */
  readonly now?: () => number;
}

/**
 * Makes what looks for fallacies by a method.
 *
 * @throws RangeError when the method needs a language model and there is none, or an option is out of range.
 */
export function createPredictor({ method = 'offline', preset = 'precise', languageModel, hybrid = {}, now = () => performance.now() }: PredictorOptions = {}): Predictor {
  if (method === 'offline') return createOfflinePredictor(preset, now);
  if (languageModel === undefined) throw new RangeError(`the method '${method}' needs a language model`);
  return createModelPredictor(createFallacyTool({ preset, languageModel, hybrid: method === 'hybrid' ? hybrid : undefined }), method, now);
}

function createOfflinePredictor(preset: DetectorPreset, now: () => number): Predictor {
  const detector = createTrainedDetector({ preset });
  const judge = createTextJudge();
  return async (text) => {
    const startedAt = now();
    const document = createTextDocument(text);
    const found = detectBySpeaker(detector, document);
    const durationMs = now() - startedAt;
    const { probability: score, ranked } = judge.judge(document);
    const labels = found.map(({ type, start, end, probability }) => ({ type, start, end, confidence: probability }));
    return { ...NO_CALL, prediction: { labels, score, ranked: [...ranked] }, durationMs };
  };
}

function createModelPredictor(tool: ReturnType<typeof createFallacyTool>, method: 'llm' | 'hybrid', now: () => number): Predictor {
  const judge = createTextJudge();
  return async (text, signal) => {
    const startedAt = now();
    const document = createTextDocument(text);
    const outcome = await tool.analyze(document, signal === undefined ? {} : { signal });
    const durationMs = now() - startedAt;
    if (!isCompleted(outcome)) {
      const degradedReason = outcome.status === 'failed' ? outcome.error.message : undefined;
      return { ...NO_CALL, prediction: { labels: [], score: 0, ranked: [...FALLACY_TYPES] }, durationMs, degradedReason };
    }
    const { fallacies, credibility_score: credibility } = outcome.result;
    const surest = [...fallacies].sort((one, other) => CONFIDENCE_VALUES[other.confidence] - CONFIDENCE_VALUES[one.confidence]);
    const { probability, ranked } = judge.judge(document);
    const isByModel = outcome.analysis_method === 'llm_instructor';
    // A model that finds nothing still says how far it trusts the reasoning: that orders the texts below every finding.
    const quiet = CONFIDENCE_VALUES.low * (isByModel ? 1 - credibility : probability);
    return {
      prediction: {
        labels: fallacies.map(({ fallacy_type: type, confidence, span }) => ({ type, ...(span && { start: span.start, end: span.end }), confidence: CONFIDENCE_VALUES[confidence] })),
        score: surest[0] === undefined ? quiet : CONFIDENCE_VALUES[surest[0].confidence],
        // `llm` is judged by what the model says alone: where it names nothing, the order of the taxonomy says nothing either.
        ranked: [...new Set([...surest.map(({ fallacy_type: type }) => type), ...(method === 'hybrid' ? ranked : FALLACY_TYPES)])],
      },
      durationMs,
      calls: outcome.attempts,
      tokens: outcome.usage?.total_tokens ?? 0,
      costUsd: outcome.cost_usd,
      isSpared: method === 'hybrid' && outcome.status === 'success' && outcome.attempts === 0,
      degradedReason: outcome.degraded_reason,
    };
  };
}

const NO_CALL = { calls: 0, tokens: 0, costUsd: undefined, isSpared: false, degradedReason: undefined } as const;
