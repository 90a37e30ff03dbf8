import type { ContentType, ContentTypeClassification } from '@discord-intelligence/response-models';

import { round } from './measure-quality.js';
import { estimateSeconds, type ModelSpeed, PIPELINE_OF } from './pipelines.js';
import { flagsOfType } from './processing-flags.js';
import type { ContentReading } from './read-content.js';
import type { Shape, WeighedType } from './weigh-types.js';

/** Points that a type needs in a short text to stand out ... */
const FEWEST_POINTS = 2;
/** ... and more for each doubling beyond fifty words, since a long text meets all kinds of words by chance. */
const POINTS_PER_DOUBLING = 1;
const SHORT = 50;
/** A second type has at least this share of the first one's points. */
const SECONDARY_SHARE = 0.55;
const MOST_SECONDARY = 3;
/** Points at which the evidence is 63 % full. */
const EVIDENCE_SCALE = 5;

/** What the classification rests on. */
export interface Classified {
  readonly reading: ContentReading;
  readonly shape: Shape;
  readonly weighed: readonly WeighedType[];
  readonly quality: number;
  /** Whether the language can be read. */
  readonly isReadable: boolean;
  readonly speed: Required<ModelSpeed>;
}

/** Says what type of content a text is, and how to process it. */
export function classifyContent(classified: Classified): ContentTypeClassification {
  const { reading, weighed, quality, speed } = classified;
  const threshold = FEWEST_POINTS + POINTS_PER_DOUBLING * Math.max(0, Math.log2(reading.words / SHORT));
  const [first, second] = weighed as readonly [WeighedType, WeighedType];
  const primary: ContentType = first.points >= threshold ? first.type : 'general';
  const secondary = weighed
    .filter(({ type, points }) => type !== primary && points >= threshold && points >= SECONDARY_SHARE * first.points)
    .slice(0, MOST_SECONDARY)
    .map(({ type }) => type);
  const pipeline = PIPELINE_OF[primary];
  return {
    primary_type: primary,
    confidence: round(confidenceOf(classified, primary, first.points, second.points, threshold)),
    secondary_types: secondary,
    recommended_pipeline: pipeline,
    processing_flags: flagsOf(classified, primary),
    quality_score: round(quality),
    estimated_processing_time: estimateSeconds(pipeline, reading.document.text.length, speed),
    recommendations: recommend(classified, primary, secondary),
  };
}

/** How much speaks for the type, and how far it is ahead of the next. */
function confidenceOf({ isReadable }: Classified, primary: ContentType, first: number, second: number, threshold: number): number {
  // "General" is sure of itself only when nothing comes near.
  const certainty =
    primary === 'general'
      ? 0.3 + 0.3 * (1 - Math.min(1, first / threshold))
      : (1 - Math.exp(-first / EVIDENCE_SCALE)) * (0.45 + 0.55 * Math.max(0, (first - second) / first));
  return isReadable ? certainty : Math.min(0.2, certainty);
}

/** Fewer content words have no topics beyond themselves. */
const FEWEST_WORDS_FOR_TOPICS = 8;

function flagsOf({ reading, shape }: Classified, primary: ContentType): Record<string, boolean> {
  const flags = flagsOfType(primary);
  return {
    ...flags,
    enable_fallacy_detection: flags.enable_fallacy_detection && !shape.isCode && !shape.isVerse,
    enable_topic_extraction: reading.contentWords >= FEWEST_WORDS_FOR_TOPICS,
    skip_perspective_api: flags.skip_perspective_api && !shape.isDialogue,
  };
}

function recommend({ reading, shape, isReadable }: Classified, primary: ContentType, secondary: readonly ContentType[]): string[] {
  const { characters, words, sentences } = reading;
  return [
    ...(isReadable ? [] : ['Use a language model: the type was guessed from English words alone.']),
    ...(secondary.length > 0 && primary !== 'general' ? [`Consider it ${secondary.join(' and ')} as well: the evidence is close to that for ${primary}.`] : []),
    ...(shape.isCode ? ['Leave program code out of the analyses of argument and tone.'] : []),
    ...(shape.isVerse ? ['Read it as verse: repeated lines are its form.'] : []),
    ...(shape.isDialogue ? [`Keep the speakers apart: ${characters.speakerLines} lines open with a name.`] : []),
    ...(words / Math.max(1, sentences) >= 60 ? ['Punctuate the text first: it has hardly any sentence ends.'] : []),
  ].slice(0, 5);
}
