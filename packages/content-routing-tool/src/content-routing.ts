import { ContentRoutingDecision, ContentTypeClassification } from '@discord-intelligence/response-models';
import * as z from 'zod';

/** What kind of content a text is, and whether and how to process it. */
export const ContentRouting = z
  .object({
    classification: ContentTypeClassification,
    decision: ContentRoutingDecision,
  })
  .meta({
    id: 'ContentRouting',
    title: 'Content routing',
    description: 'What kind of content a text is, and whether and how to process it.',
    version: '1.0.0',
  });
export type ContentRouting = z.infer<typeof ContentRouting>;
