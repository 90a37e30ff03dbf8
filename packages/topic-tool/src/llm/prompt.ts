import type { Prompt } from '@discord-intelligence/analysis-tool';

/** What the model is asked to do. A test holds each version to its text. */
export const TOPIC_PROMPT: Prompt = {
  name: 'topic',
  version: '1.0.0',
  text: `Name the subjects that the text is about, the most central first: at most ten, and only one or two for a short text.

- topic: a short noun phrase, in the words of the text where it has a name for it.
- relevance: how central the subject is to the whole text; 1 for what it is mainly about.
- keywords: up to eight words or short phrases of the text that belong to the subject.
- context: the one sentence of the text that shows the subject best, quoted word by word; null when none does.

A subject that is only mentioned in passing is left out. Two names of one thing are one topic.`,
};
