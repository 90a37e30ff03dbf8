import type { Choice, Completion } from '../client/completion.js';

import type { RepairCode } from './repair.js';

/** One text of an answer in which the data may stand. */
export interface AnswerPart {
  readonly text: string;
  /** The data itself, from servers that send arguments as an object. */
  readonly value?: unknown;
  readonly toolCallId?: string;
  readonly repairs: readonly RepairCode[];
}

/** What a completion holds. */
export type OpenedAnswer =
  | { readonly kind: 'parts'; readonly parts: readonly AnswerPart[] }
  | { readonly kind: 'refusal' | 'content_filter' | 'truncated' | 'no_output' }
  | { readonly kind: 'transport'; readonly status: number | undefined };

/**
 * Finds where in a completion the answer is.
 *
 * @param toolName - The tool that was asked for; `undefined` when the answer is a text.
 */
export function openAnswer(completion: Completion | null | undefined, toolName: string | undefined, hasOtherTools: boolean): OpenedAnswer {
  if (typeof completion !== 'object' || completion === null) return { kind: 'transport', status: undefined };
  const choice = completion.choices?.[0];
  if (!choice) return isError(completion.error) ? { kind: 'transport', status: statusOf(completion.error) } : { kind: 'no_output' };
  if (choice.finish_reason === 'content_filter') return { kind: 'content_filter' };
  const { message } = choice;
  if (typeof message?.refusal === 'string' && message.refusal !== '') return { kind: 'refusal' };
  if (choice.finish_reason === 'length') return { kind: 'truncated' };
  if (choice.finish_reason === 'error') return { kind: 'transport', status: statusOf(completion.error) };
  const parts = partsOf(message, toolName, hasOtherTools);
  return parts.length > 0 ? { kind: 'parts', parts } : { kind: 'no_output' };
}

function partsOf(message: Choice['message'], toolName: string | undefined, hasOtherTools: boolean): readonly AnswerPart[] {
  const calls = message?.tool_calls ?? [];
  const named = calls.filter((call) => toolName === undefined || call.function?.name === toolName);
  // A model that has only this tool and calls another one means this one.
  const isMisnamed = toolName !== undefined && named.length === 0 && calls.length === 1 && !hasOtherTools;
  const fromTools = (isMisnamed ? calls : named).flatMap((call): AnswerPart[] => {
    const written = call.function?.arguments;
    const repairs: RepairCode[] = [...(isMisnamed ? (['other-tool-name'] as const) : []), ...(named.length > 1 ? (['several-candidates'] as const) : [])];
    const origin = { repairs, ...(call.id !== undefined && { toolCallId: call.id }) };
    if (typeof written === 'string') return written.trim() === '' ? [] : [{ text: written, ...origin }];
    return typeof written === 'object' && written !== null ? [{ text: JSON.stringify(written), value: written, ...origin, repairs: [...repairs, 'arguments-object'] }] : [];
  });
  const called = message?.function_call?.arguments;
  if (fromTools.length === 0 && typeof called === 'string' && called.trim() !== '') return [{ text: called, repairs: [] }];

  const content = contentOf(message?.content);
  const fromContent: AnswerPart[] = content.trim() === '' ? [] : [{ text: content, repairs: toolName === undefined ? [] : ['text-in-place-of-tool'] }];
  // Where a text was asked for the text comes first, otherwise the tool.
  return toolName === undefined && fromContent.length > 0 ? fromContent : fromTools.length > 0 ? fromTools : fromContent;
}

function contentOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: { readonly text?: unknown } | null) => (typeof part?.text === 'string' ? part.text : '')).join('');
}

function isError(error: unknown): boolean {
  return error !== undefined && error !== null;
}

function statusOf(error: unknown): number | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : Number.NaN;
  return code >= 400 && code < 600 ? code : undefined;
}
