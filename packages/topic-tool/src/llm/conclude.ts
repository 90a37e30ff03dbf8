import { type ConcludeContext, mergeLists, type PartAnswer, type TextInput } from '@discord-intelligence/analysis-tool';
import type { KeyTopic, KeyTopics } from '@discord-intelligence/response-models';

/** Most topics that a result lists. */
const MOST_TOPICS = 15;
const MOST_KEYWORDS = 20;
/** Longest passage that the model of a topic takes. */
const LONGEST_CONTEXT = 1_000;

/** One topic over all parts. */
interface Gathered {
  readonly topic: string;
  relevance: number;
  keywords: string[];
  context: string | null;
}

/** Makes one list of the answers: topics of one name are one, and weigh by the share of the text they are central to. */
export function concludeTopics(answers: readonly PartAnswer<KeyTopics>[], { document, locate }: ConcludeContext<TextInput>): KeyTopics {
  const topics = new Map<string, Gathered>();
  const lower = document.text.toLowerCase();
  for (const { answer, part, share } of answers) {
    for (const { topic, relevance, keywords, context } of answer) {
      const key = topic.toLowerCase();
      const known = topics.get(key) ?? { topic, relevance: 0, keywords: [], context: null };
      topics.set(key, known);
      known.relevance += share * relevance;
      known.keywords = mergeLists([known.keywords, keywords.filter((keyword) => lower.includes(keyword))], MOST_KEYWORDS);
      const passage = context === null || known.context !== null ? undefined : locate(context, part);
      if (passage) known.context = document.text.slice(passage.start, passage.end).slice(0, LONGEST_CONTEXT);
    }
  }
  return [...topics.values()]
    .sort((one, other) => other.relevance - one.relevance)
    .slice(0, MOST_TOPICS)
    .map((topic): KeyTopic => ({ ...topic, relevance: Math.min(1, Math.round(topic.relevance * 100) / 100) }));
}
