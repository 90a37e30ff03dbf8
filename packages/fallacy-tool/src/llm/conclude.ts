import { type ConcludeContext, createLineCounter, joinProse, mergeLists, type PartAnswer, type TextInput, type TextPart, weightedMean } from '@discord-intelligence/analysis-tool';
import {
  CONFIDENCE_VALUES,
  ContentQuality,
  type FallacyAnalysisResult,
  type FallacyInstance,
  SeverityLevel,
} from '@discord-intelligence/response-models';

import { clipToTurn, withSpeaker } from '../by-speaker.js';
import { findSpeakerTurns, type SpeakerTurn } from '../engine/speaker-turns.js';
import { startOf } from '../engine/start-of.js';
import { allowedCredibility, LONGEST_EXPLANATION, LONGEST_QUOTE, MOST_FALLACIES } from '../result-limits.js';

import type { FallacyAnswer } from './answer.js';

/** Makes one result of the answers: only fallacies whose quotes stand in the text, in its order, each once. */
export function concludeFallacies(answers: readonly PartAnswer<FallacyAnswer>[], context: ConcludeContext<TextInput>): FallacyAnalysisResult {
  const turns = findSpeakerTurns(context.document.text);
  const fallacies = listed(answers.flatMap(({ answer, part }) => answer.fallacies.flatMap((fallacy) => placed(fallacy, part, turns, context))), context);
  const credibility = weightedMean(answers, ({ credibility_score }) => credibility_score);
  const quality = weightedMean(answers, ({ overall_quality }) => ContentQuality.options.indexOf(overall_quality));
  return {
    fallacies,
    overall_quality: ContentQuality.options[Math.round(quality)]!,
    credibility_score: allowedCredibility(credibility, fallacies.length),
    summary: context.checkProse(joinProse(answers.map(({ answer }) => answer.summary), 3_000)),
    recommendations: mergeLists(answers.map(({ answer }) => answer.recommendations), 10),
    key_issues: mergeLists(answers.map(({ answer }) => answer.key_issues), 5),
  };
}

type Found = FallacyInstance & { readonly span: NonNullable<FallacyInstance['span']> };

function placed(fallacy: FallacyAnswer['fallacies'][number], part: TextPart, turns: readonly SpeakerTurn[], { document, locate, checkProse }: ConcludeContext<TextInput>): Found[] {
  const passage = locate(fallacy.quote, part);
  if (passage === undefined) return [];
  const clipped = clipToTurn(passage, turns);
  const said = document.text.slice(clipped.start, clipped.end);
  // What the model took for one space may be a thousand in the text.
  const quote = startOf(said.trim(), LONGEST_QUOTE).trimEnd();
  if (quote === '') return [];
  const start = clipped.start + said.indexOf(quote);
  const explanation = startOf(withSpeaker(checkProse(fallacy.explanation), clipped.speaker), LONGEST_EXPLANATION);
  return [{ ...fallacy, quote, explanation, line_number: null, span: { start, end: start + quote.length } }];
}

/** Each once; when there are too many, the surest and gravest. */
function listed(found: readonly Found[], { document }: ConcludeContext<TextInput>): FallacyInstance[] {
  const lineOf = createLineCounter(document);
  const once = found.filter(
    ({ fallacy_type, span }, index) =>
      found.findIndex((other) => other.fallacy_type === fallacy_type && other.span.start < span.end && span.start < other.span.end) === index,
  );
  return [...once]
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, MOST_FALLACIES)
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
    .map((fallacy) => ({ ...fallacy, line_number: lineOf(fallacy.span.start) }));
}

function weight({ confidence, severity }: FallacyInstance): number {
  return CONFIDENCE_VALUES[confidence] * (1 + SeverityLevel.options.indexOf(severity));
}
