import { type AnalysisTool, createTextDocument, defineTool, type LanguageModel, type OfflineContext } from '@discord-intelligence/analysis-tool';

import { classifyContent } from './classify-content.js';
import { ContentRouting } from './content-routing.js';
import { type ContentRoutingInput, describedText } from './content-routing-input.js';
import { createCueIndex } from './cue.js';
import { decideRouting } from './decide-routing.js';
import { findEmptiness } from './emptiness.js';
import { RoutingAnswer } from './llm/answer.js';
import { concludeRouting, extraMaterials } from './llm/conclude.js';
import { ROUTING_PROMPT } from './llm/prompt.js';
import { meanQuality, measureQuality } from './measure-quality.js';
import { ASSUMED_SPEED, type ModelSpeed } from './pipelines.js';
import { readContent } from './read-content.js';
import { shapeOf, weighTypes } from './weigh-types.js';

/** Choices of the content routing tool. */
export interface ContentRoutingToolOptions {
  /** The language model that `estimated_processing_time` is for. @default 1500 tokens read and 60 written a second */
  readonly modelSpeed?: ModelSpeed;
  /** The model to ask before the offline path. @default none */
  readonly languageModel?: LanguageModel | undefined;
}

/**
 * Makes the tool that says what kind of content a text is, and whether and how to process it.
 *
 * @throws RangeError when a speed is not a positive number, or a number of `languageModel` is out of range.
 *
 * @example
 * const outcome = await createContentRoutingTool().analyze({ text, title: 'How to tie a bowline' });
 */
export function createContentRoutingTool({ modelSpeed = {}, languageModel }: ContentRoutingToolOptions = {}): AnalysisTool<ContentRoutingInput, ContentRouting> {
  const speed = { ...ASSUMED_SPEED, ...modelSpeed };
  for (const [name, value] of Object.entries(speed)) {
    if (!(value > 0 && value < Infinity)) throw new RangeError(`modelSpeed.${name} must be a positive number, got ${value}`);
  }
  let cues: ReturnType<typeof createCueIndex> | undefined;
  return defineTool({
    name: 'content-routing',
    version: '1.1.0',
    schema: ContentRouting,
    textOf: (input: ContentRoutingInput) => describedText(input).text,
    offline: (context) => routeOffline(context, (cues ??= createCueIndex()), speed),
    limitations: [
      'The type is told by English words and by the shape of the text, not by its meaning.',
      'Quality is measured on the wording: whether what is said is true or worth knowing is not seen.',
    ],
    languageModel,
    llm: {
      prompt: ROUTING_PROMPT,
      answer: RoutingAnswer,
      reads: 'excerpt',
      materials: extraMaterials,
      conclude: (answers, context) => concludeRouting(answers, context, speed),
      limitations: ['A language model judged the worth of the text; whether what is said is true was not checked.'],
    },
  });
}

/** A title says what a text is about in few words, so each counts for more; a description may be advertising. */
const TITLE_WEIGHT = 2;
const DESCRIPTION_WEIGHT = 1;
/** Titles and descriptions are read so far, in UTF-16 code units. */
const LONGEST_EXTRA = 5_000;

function routeOffline({ document, input, language }: OfflineContext<ContentRoutingInput>, cues: ReturnType<typeof createCueIndex>, speed: Required<ModelSpeed>): ContentRouting {
  const isEnglish = language.code === 'en' || language.code === 'und';
  const reading = readContent(document, cues);
  const { title = '', description = '' } = describedText(input);
  addPoints(title, TITLE_WEIGHT);
  addPoints(description, DESCRIPTION_WEIGHT);

  const shape = shapeOf(reading);
  const emptiness = findEmptiness(reading);
  const indicators = measureQuality(reading, isEnglish, emptiness !== undefined);
  const quality = meanQuality(indicators);
  return {
    classification: classifyContent({ reading, shape, weighed: weighTypes(reading, shape), quality, isReadable: isEnglish, speed }),
    decision: decideRouting({ reading, indicators, emptiness, language, isCode: shape.isCode }),
  };

  function addPoints(extra: string, weight: number): void {
    if (extra === '') return;
    const { typePoints } = readContent(createTextDocument(extra.slice(0, LONGEST_EXTRA)), cues);
    for (const [type, points] of typePoints.entries()) reading.typePoints[type]! += weight * points;
  }
}
