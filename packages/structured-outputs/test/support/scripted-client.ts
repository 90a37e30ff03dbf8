import type { Completion } from '../../src/index.js';

/** A request as the client got it. */
export interface SentRequest {
  readonly params: Record<string, unknown>;
  readonly options: Record<string, unknown> | undefined;
}

/** One scripted answer: arguments or text, a whole completion, or an error to throw. */
export type Scripted = string | Completion | Error | ((request: SentRequest) => unknown);

/** A client in memory that answers from a script; the last answer is repeated. */
export interface ScriptedClient {
  readonly sent: SentRequest[];
  readonly chat: { readonly completions: { create(params: Record<string, unknown>, options?: Record<string, unknown>): Promise<unknown> } };
}

/** Plays answers in order. A text becomes the arguments of the tool asked for, or the content. */
export function scriptedClient(...script: readonly Scripted[]): ScriptedClient {
  const sent: SentRequest[] = [];
  return {
    sent,
    chat: {
      completions: {
        async create(params, options) {
          const request = { params, options };
          const answer = script[Math.min(sent.push(request) - 1, script.length - 1)];
          if (answer === undefined) throw new Error('the script is empty');
          if (answer instanceof Error) throw answer;
          if (typeof answer === 'function') return answer(request);
          return typeof answer === 'string' ? completionOf(answer, params) : answer;
        },
      },
    },
  };
}

/** A completion that holds a text where the request asks for it. */
export function completionOf(text: string, params: Readonly<Record<string, unknown>>, finishReason = 'stop'): Completion {
  const [tool] = (params.tools as readonly { readonly function: { readonly name: string } }[] | undefined) ?? [];
  const message = tool ? { content: null, tool_calls: [{ id: 'call_1', function: { name: tool.function.name, arguments: text } }] } : { content: text };
  return { model: 'fake-model', choices: [{ finish_reason: finishReason, message }], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } };
}

/** The least that every call needs. */
export const ASK = { model: 'fake-model', messages: [{ role: 'user', content: 'Who?' }] } as const;
