import { type ConcludeContext, joinProse, mergeLists, type PartAnswer, type TextInput, type TextPart, weightedMean } from '@discord-intelligence/analysis-tool';
import {
  CONFIDENCE_VALUES,
  type PerspectiveAnalysisResult,
  type PerspectiveInstance,
  type PerspectiveType,
  toConfidenceLevel,
} from '@discord-intelligence/response-models';

import { agreeWithModel } from '../agree-with-model.js';

import type { PerspectiveAnswer } from './answer.js';

const MOST_PERSPECTIVES = 20;
const MOST_INDICATORS = 10;
/** Longest evidence that the model of a perspective takes. */
const LONGEST_EVIDENCE = 2_000;
/** Longest quotation in it. */
const LONGEST_QUOTE = 300;

/** A standpoint over all parts. */
interface Gathered {
  readonly perspective_type: PerspectiveType;
  /** Share of the text, weighed by prominence. */
  prominence: number;
  /** Confidence, weighed by share. */
  sureness: number;
  share: number;
  evidence: string[];
  indicators: string[];
}

/** Makes one result of the answers: each standpoint once, with quotes that stand in the text. */
export function concludePerspectives(answers: readonly PartAnswer<PerspectiveAnswer>[], context: ConcludeContext<TextInput>): PerspectiveAnalysisResult {
  const gathered = gather(answers, context);
  const perspectives = gathered.slice(0, MOST_PERSPECTIVES).map(toInstance);
  const bias = weightedMean(answers, ({ bias_score }) => bias_score);
  const shown = new Set(gathered.map(({ perspective_type }) => perspective_type));
  return {
    perspectives,
    dominant_perspective: leader(answers, gathered),
    bias_score: bias,
    balance_score: agreeWithModel(weightedMean(answers, ({ balance_score }) => balance_score), bias, perspectives.length),
    framing_analysis: context.checkProse(joinProse(answers.map(({ answer }) => answer.framing_analysis), 3_000)),
    omitted_perspectives: mergeLists(answers.map(({ answer }) => answer.omitted_perspectives), 10).filter((type) => !shown.has(type)),
    recommendations: mergeLists(answers.map(({ answer }) => answer.recommendations), 10),
  };
}

/** Standpoints, the most prominent first. */
function gather(answers: readonly PartAnswer<PerspectiveAnswer>[], context: ConcludeContext<TextInput>): Gathered[] {
  const byType = new Map<PerspectiveType, Gathered>();
  for (const { answer, part, share } of answers) {
    for (const perspective of answer.perspectives) {
      const { perspective_type } = perspective;
      const known = byType.get(perspective_type) ?? { perspective_type, prominence: 0, sureness: 0, share: 0, evidence: [], indicators: [] };
      byType.set(perspective_type, known);
      known.prominence += share * perspective.prominence;
      known.sureness += share * CONFIDENCE_VALUES[perspective.confidence];
      known.share += share;
      known.evidence.push(evidenceOf(perspective, part, context));
      known.indicators = mergeLists([known.indicators, perspective.bias_indicators], MOST_INDICATORS);
    }
  }
  return [...byType.values()].sort((one, other) => other.prominence - one.prominence);
}

function evidenceOf({ explanation, quotes }: PerspectiveAnswer['perspectives'][number], part: TextPart, { document, locate, checkProse }: ConcludeContext<TextInput>): string {
  const shown = quotes.flatMap((quote) => {
    const passage = locate(quote, part);
    return passage === undefined || passage.end - passage.start > LONGEST_QUOTE ? [] : [`“${document.text.slice(passage.start, passage.end)}”`];
  });
  return [checkProse(explanation), ...shown].join(' ');
}

function toInstance({ perspective_type, prominence, sureness, share, evidence, indicators }: Gathered): PerspectiveInstance {
  return {
    perspective_type,
    evidence: joinProse(evidence, LONGEST_EVIDENCE),
    confidence: toConfidenceLevel(Math.min(1, sureness / share)),
    prominence: Math.min(1, Math.round(prominence * 100) / 100),
    bias_indicators: indicators,
  };
}

/** What the model says of a text that it read at once; of parts, the most prominent of those that led one. */
function leader(answers: readonly PartAnswer<PerspectiveAnswer>[], gathered: readonly Gathered[]): PerspectiveType | null {
  const leaders = new Set(answers.map(({ answer }) => answer.dominant_perspective));
  return gathered.find(({ perspective_type }) => leaders.has(perspective_type))?.perspective_type ?? null;
}
