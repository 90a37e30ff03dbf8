import type { ChunkChoice, Completion, CompletionChunk, CompletionUsage } from '../client/completion.js';

/** Puts a streamed answer together again. */
export interface Assembler {
  /** Takes a chunk in; gives what it adds to the text of the answer. */
  add(chunk: CompletionChunk): string;
  /** The whole, in the shape of an answer that was not streamed. */
  completion(): Completion;
}

interface StreamedCall {
  id: string | undefined;
  name: string;
  text: string;
}

/** @param toolName - The tool that was asked for; `undefined` when the answer is a text. */
export function createAssembler(toolName: string | undefined): Assembler {
  const calls = new Map<number, StreamedCall>();
  let content = '';
  let refusal = '';
  let finishReason: string | null = null;
  let usage: CompletionUsage | null = null;
  let model: unknown;
  let id: unknown;

  function addCalls(deltas: NonNullable<NonNullable<ChunkChoice['delta']>['tool_calls']>): string {
    let added = '';
    for (const [position, delta] of deltas.entries()) {
      const index = delta.index ?? position;
      const call = calls.get(index) ?? { id: undefined, name: '', text: '' };
      calls.set(index, call);
      call.id ??= delta.id;
      call.name += delta.function?.name ?? '';
      const text = delta.function?.arguments ?? '';
      call.text += text;
      // Only the first call of the tool is shown while it arrives; the end judges them all.
      const shown = [...calls.values()].find(({ name }) => toolName === undefined || name === toolName) ?? call;
      if (shown === call) added += text;
    }
    return added;
  }

  return {
    add(chunk) {
      model ??= chunk.model;
      id ??= chunk.id;
      usage = chunk.usage ?? usage;
      const choice = chunk.choices?.[0];
      if (!choice || (choice.index ?? 0) !== 0) return '';
      finishReason = choice.finish_reason ?? finishReason;
      const { delta } = choice;
      refusal += delta?.refusal ?? '';
      const text = delta?.content ?? '';
      content += text;
      const fromCalls = delta?.tool_calls ? addCalls(delta.tool_calls) : '';
      // A model may talk before it calls its tool: that is not the answer.
      return toolName === undefined ? text || fromCalls : fromCalls;
    },
    completion: () => ({
      id,
      model,
      usage,
      choices: [
        {
          finish_reason: finishReason,
          message: {
            content: content === '' ? null : content,
            refusal: refusal === '' ? null : refusal,
            ...(calls.size > 0 && { tool_calls: [...calls.values()].map((call) => ({ ...(call.id !== undefined && { id: call.id }), function: { name: call.name, arguments: call.text } })) }),
          },
        },
      ],
    }),
  };
}
