import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';

/** UTF-16 code units of text in one replayed chunk: enough to be quick, few enough to feel like a stream. */
const PIECE_LENGTH = 80;

/**
 * Gives a kept answer as a stream: role, pieces of each choice, finish reason; the usage in one
 * last chunk without choices, and only when it was asked for.
 */
export async function* replayChunks(completion: ChatCompletion, includeUsage: boolean): AsyncGenerator<ChatCompletionChunk, void, undefined> {
  const { choices, usage, ...head } = completion;
  const chunk = (pieces: unknown[], told?: unknown): ChatCompletionChunk =>
    // A kept answer is checked on reading; its added fields pass through.
    ({ ...head, object: 'chat.completion.chunk', choices: pieces, ...(includeUsage && { usage: told ?? null }) }) as unknown as ChatCompletionChunk;

  for (const { index, message, finish_reason, logprobs, ...rest } of choices as unknown as LooseChoice[]) {
    const piece = (delta: unknown, more?: unknown) => chunk([{ ...rest, index, delta, logprobs: null, finish_reason: null, ...(more as object | undefined) }]);
    const { role, content, refusal, tool_calls: calls, ...others } = message;
    // Whatever else is in the message, such as a provider's reasoning, comes whole.
    yield piece({ role, content: typeof content === 'string' ? '' : null, ...defined(others) }, logprobs ? { logprobs } : undefined);
    if (typeof content === 'string') for (const text of cut(content)) yield piece({ content: text });
    if (typeof refusal === 'string') for (const text of cut(refusal)) yield piece({ refusal: text });
    for (const [at, { function: called, ...call }] of (calls ?? []).entries()) {
      yield piece({ tool_calls: [{ index: at, ...call, ...(called && { function: { ...called, arguments: '' } }) }] });
      if (called) for (const text of cut(called.arguments)) yield piece({ tool_calls: [{ index: at, function: { arguments: text } }] });
    }
    yield piece({}, { finish_reason });
  }
  if (includeUsage && usage) yield chunk([], usage);
}

interface LooseChoice {
  readonly index: number;
  readonly finish_reason: string;
  readonly logprobs?: unknown;
  readonly message: {
    readonly role: string;
    readonly content?: string | null;
    readonly refusal?: string | null;
    readonly tool_calls?: readonly (Readonly<Record<string, unknown>> & { readonly function?: { readonly name: string; readonly arguments: string } })[] | null;
  };
}

/** Pieces of a text; a pair of surrogates stays together. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(start + PIECE_LENGTH, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end += 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}
