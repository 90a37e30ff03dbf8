import * as z from 'zod';

import { unitInterval } from './scales.js';
import { trimmedText } from './text.js';

/** One subject a text is about. */
export const KeyTopic = z
  .object({
    topic: trimmedText({ min: 2, max: 200, name: 'Topic' }).describe('The subject, as a short noun phrase.'),
    relevance: unitInterval('How central the subject is to the text, 0 to 1.'),
    keywords: z
      .array(z.string())
      .overwrite((words) => words.map((word) => word.trim().toLowerCase()).filter((word) => word !== ''))
      .max(20)
      .default([])
      .describe('Words of the text that belong to the subject, in lower case.'),
    context: z.string().max(1000).nullable().default(null).describe('A passage that shows the subject; null when there is none.'),
  })
  .meta({ id: 'KeyTopic', title: 'Key topic', description: 'One subject a text is about.', version: '1.0.0' });
export type KeyTopic = z.infer<typeof KeyTopic>;

/** The subjects of a text, the most relevant first. */
export const KeyTopics = z.array(KeyTopic).max(15);
export type KeyTopics = z.infer<typeof KeyTopics>;
