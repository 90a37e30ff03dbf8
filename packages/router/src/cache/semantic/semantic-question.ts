/** A request cut in two: the question that is compared by meaning, and all else, which must be equal. */
export interface SemanticQuestion {
  readonly text: string;
  /** The parameters without the question's text. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Longer texts are documents, not questions: two of them are never near enough to be one. */
const MAX_QUESTION_LENGTH = 4_000;

/**
 * The question of a request: the text of its last message, if that is the user's. `undefined` when
 * meaning is not enough to answer it: with pictures or files, with tools (whose arguments are
 * exact), in a conversation of more than `maxHistory` messages (system messages not counted), or
 * when it is very long.
 */
export function semanticQuestion(params: Readonly<Record<string, unknown>>, maxHistory: number): SemanticQuestion | undefined {
  const { messages, tools, functions } = params;
  if (!Array.isArray(messages) || isFilled(tools) || isFilled(functions)) return undefined;
  const spoken = messages.filter((message) => !['system', 'developer'].includes(roleOf(message)));
  if (spoken.length > maxHistory) return undefined;
  const last: unknown = messages.at(-1);
  if (roleOf(last) !== 'user') return undefined;
  const { content, ...frame } = last as { content?: unknown };
  const text = textOf(content)?.trim();
  if (text === undefined || text === '' || text.length > MAX_QUESTION_LENGTH) return undefined;
  return { text, rest: { ...params, messages: [...(messages.slice(0, -1) as unknown[]), frame] } };
}

function textOf(content: unknown): string | undefined {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  const texts: string[] = [];
  for (const part of content as unknown[]) {
    if (typeof part !== 'object' || part === null || !('type' in part) || part.type !== 'text' || !('text' in part) || typeof part.text !== 'string') return undefined;
    texts.push(part.text);
  }
  return texts.join('\n');
}

function roleOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'role' in message && typeof message.role === 'string' ? message.role : '';
}

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}
