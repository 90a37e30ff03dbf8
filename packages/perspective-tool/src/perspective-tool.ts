import { type AnalysisTool, defineTool, type LanguageModel, type OfflineContext, type TextInput } from '@discord-intelligence/analysis-tool';
import { PerspectiveAnalysisResult, type PerspectiveType } from '@discord-intelligence/response-models';

import { agreeWithModel } from './agree-with-model.js';
import { balanceOf } from './balance.js';
import { biasScore } from './bias.js';
import { createCueIndex } from './cue.js';
import { describeFraming, type Findings, recommend } from './describe-framing.js';
import { describeNeutrality } from './describe-neutrality.js';
import { describeStandpoint, round } from './describe-standpoint.js';
import { OPPOSITES } from './lexicon/standpoints.js';
import { PerspectiveAnswer } from './llm/answer.js';
import { concludePerspectives } from './llm/conclude.js';
import { PERSPECTIVE_PROMPT } from './llm/prompt.js';
import { readWording } from './read-wording.js';
import { type WeighedStandpoint, weighStandpoints } from './weigh-standpoints.js';

/** What a perspective tool may be given. */
export interface PerspectiveToolOptions {
  /** The model to ask before the offline path. @default none */
  readonly languageModel?: LanguageModel | undefined;
}

/**
 * Makes the tool that finds the standpoints a text speaks from, its bias and its balance.
 *
 * @throws RangeError when a number of `languageModel` is out of range.
 *
 * @example
 * const outcome = await createPerspectiveTool().analyze(text);
 */
export function createPerspectiveTool({ languageModel }: PerspectiveToolOptions = {}): AnalysisTool<TextInput, PerspectiveAnalysisResult> {
  let cues: ReturnType<typeof createCueIndex> | undefined;
  return defineTool({
    name: 'perspective',
    version: '1.1.0',
    schema: PerspectiveAnalysisResult,
    textOf: (input: TextInput) => input,
    offline: (context) => analyzeOffline(context, (cues ??= createCueIndex())),
    limitations: [
      'Standpoints are found by the words and slogans that their speakers use: one that is put in plain words is missed, and irony is taken at its word.',
      'A statement counts as reported only with quotation marks or a speaker in its own sentence.',
    ],
    languageModel,
    llm: {
      prompt: PERSPECTIVE_PROMPT,
      answer: PerspectiveAnswer,
      conclude: concludePerspectives,
      asAnswer: toAnswer,
      limitations: ['A language model judged standpoint, bias and balance: its own leanings may show.'],
    },
  });
}

/** A standpoint leads when it has so many times the points of the next. */
const LEAD = 1.15;
/** Opposites named as missing. */
const MOST_OMITTED = 3;

function analyzeOffline({ document, language }: OfflineContext<TextInput>, { index }: ReturnType<typeof createCueIndex>): PerspectiveAnalysisResult {
  const isEnglish = language.code === 'en' || language.code === 'und';
  const wording = readWording(document, index);
  const weighed = weighStandpoints(wording);
  const shown = weighed.filter(({ isShown }) => isShown);
  const bias = round(biasScore(wording));
  const neutral = shown.length === 0 ? describeNeutrality(wording, bias, isEnglish) : undefined;
  const perspectives = neutral === undefined ? shown.map((entry) => describeStandpoint(wording, entry, isEnglish)) : [neutral];
  const dominant = neutral?.perspective_type ?? leader(shown);
  const omitted = omittedBy(dominant, weighed);
  const balance = balanceOf(wording, weighed, bias);
  const findings: Findings = { wording, shown, weighed, dominant, omitted, bias, balance };
  return {
    perspectives,
    dominant_perspective: dominant,
    bias_score: bias,
    balance_score: agreeWithModel(round(balance.score), bias, perspectives.length),
    framing_analysis: describeFraming(findings),
    omitted_perspectives: omitted,
    recommendations: recommend(findings),
  };
}

function leader([first, second]: readonly WeighedStandpoint[]): PerspectiveType | null {
  if (first === undefined) return null;
  return second === undefined || first.score >= second.score * LEAD ? first.standpoint : null;
}

/** The natural opposites of the leading standpoint that nobody in the text speaks from. */
function omittedBy(dominant: PerspectiveType | null, weighed: readonly WeighedStandpoint[]): PerspectiveType[] {
  if (dominant === null || dominant === 'neutral') return [];
  const heard = new Set(weighed.filter(({ isShown, reported }) => isShown || reported >= 1).map(({ standpoint }) => standpoint));
  return OPPOSITES[dominant].filter((opposite) => !heard.has(opposite)).slice(0, MOST_OMITTED);
}

/** The evidence of the offline path holds its quotes already. */
function toAnswer({ perspectives, ...rest }: PerspectiveAnalysisResult): PerspectiveAnswer {
  return { ...rest, perspectives: perspectives.map(({ evidence, ...perspective }) => ({ ...perspective, explanation: evidence, quotes: [] })) };
}
