import type { ConcludeContext, Material, PartAnswer } from '@discord-intelligence/analysis-tool';

import { describedText, type ContentRoutingInput } from '../content-routing-input.js';
import type { ContentRouting } from '../content-routing.js';
import { estimateSeconds, type ModelSpeed } from '../pipelines.js';
import { flagsOfType } from '../processing-flags.js';

import type { RoutingAnswer } from './answer.js';

/** Titles and descriptions are read so far, in UTF-16 code units. */
const LONGEST_EXTRA = 1_000;

/** What the source says about the text, for the model to look at. */
export function extraMaterials(input: ContentRoutingInput): Material[] {
  const { title = '', description = '' } = describedText(input);
  return [
    { label: 'The title it was published under', text: title.slice(0, LONGEST_EXTRA) },
    { label: 'What its publisher says of it', text: description.slice(0, LONGEST_EXTRA) },
  ].filter(({ text }) => text !== '');
}

/** Makes the routing of the one answer on the excerpt. */
export function concludeRouting([asked]: readonly PartAnswer<RoutingAnswer>[], { document, checkProse }: ConcludeContext<ContentRoutingInput>, speed: Required<ModelSpeed>): ContentRouting {
  const { classification, decision } = asked!.answer;
  const { primary_type, secondary_types, recommended_pipeline } = classification;
  return {
    classification: {
      ...classification,
      secondary_types: [...new Set(secondary_types)].filter((type) => type !== primary_type),
      processing_flags: { ...flagsOfType(primary_type), enable_deep_analysis: recommended_pipeline === 'deep_analysis' },
      estimated_processing_time: estimateSeconds(recommended_pipeline, document.text.length, speed),
    },
    decision: { ...decision, reasoning: checkProse(decision.reasoning) },
  };
}
