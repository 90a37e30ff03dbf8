import type { AnalysisReport } from '@discord-intelligence/pipeline';

import { absence, bullets, heading, type Layout, paragraph } from '../layout.js';
import { score, spell } from '../words.js';

/** What kind of content a text is, and what to do with it. */
export function renderRouting({ routing, outcomes }: AnalysisReport, layout: Layout): string[] {
  const outcome = outcomes.routing;
  if (outcome === undefined) return [];
  if (routing === null) return absence('Routing', outcome, layout) ?? [];
  const { classification, decision } = routing;
  const also = classification.secondary_types.length === 0 ? '' : `, also ${classification.secondary_types.join(', ')}`;
  const facts = [
    `pipeline ${spell(classification.recommended_pipeline)}`,
    `action ${spell(decision.suggested_action)}`,
    `quality ${score(classification.quality_score)}`,
    `value ${score(decision.estimated_value)}`,
  ];
  return [
    heading('Routing', `${classification.primary_type} (${score(classification.confidence)})${also}`, layout),
    ...paragraph(facts.join(', '), layout),
    ...paragraph(decision.reasoning, layout),
    ...(layout.isVerbose ? bullets(classification.recommendations, layout) : []),
  ];
}
