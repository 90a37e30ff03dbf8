import type { Chunk } from './transport.js';
import { readUsage, type ReportedUsage } from './usage.js';

/** What has been seen of a stream so far. */
export interface StreamProgress {
  readonly finishReason: string | undefined;
  readonly reported: ReportedUsage | undefined;
  /** Whether anything that a reader would notice has come. */
  readonly hasContent: boolean;
  /** Text so far, arguments of tools included. */
  text(): string;
  /** Whether the answer is plain text of one choice, which another model can go on with. */
  readonly isPlainText: boolean;
  observe(chunk: Chunk): void;
}

/** Starts with nothing seen. */
export function createStreamProgress(): StreamProgress {
  const pieces: string[] = [];
  let finishReason: string | undefined;
  let reported: ReportedUsage | undefined;
  let hasContent = false;
  let isPlainText = true;

  const take = (piece: unknown): void => {
    if (typeof piece !== 'string' || piece === '') return;
    pieces.push(piece);
    hasContent = true;
  };

  return {
    get finishReason() {
      return finishReason;
    },
    get reported() {
      return reported;
    },
    get hasContent() {
      return hasContent;
    },
    get isPlainText() {
      return isPlainText;
    },
    text: () => pieces.join(''),
    observe({ choices, usage }) {
      if (usage) reported = readUsage(usage) ?? reported;
      // Sent by servers that do not keep to the protocol in their last chunk.
      if (!Array.isArray(choices)) return;
      for (const { delta, finish_reason: reason, index } of choices) {
        if (reason) finishReason = reason;
        if (index > 0) isPlainText = false;
        // As above: some send a last choice without a delta.
        const seen = delta as Partial<typeof delta> | undefined;
        if (!seen) continue;
        take(seen.content);
        take(seen.refusal);
        // Not in the SDK's types: the thinking of DeepSeek, OpenRouter and others.
        const thinking = seen as { readonly reasoning_content?: unknown; readonly reasoning?: unknown };
        take(thinking.reasoning_content ?? thinking.reasoning);
        if (!seen.tool_calls) continue;
        isPlainText = false;
        hasContent = true;
        for (const call of seen.tool_calls) {
          take(call.function?.name);
          take(call.function?.arguments);
        }
      }
    },
  };
}
