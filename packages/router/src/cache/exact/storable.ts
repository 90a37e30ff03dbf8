import type { ChatCompletion } from 'openai/resources/chat/completions';

import type { UnstorableReason } from './unstorable-reason.js';

/**
 * Why an answer must not be given to anybody else; `undefined` when it may be kept.
 *
 * @param offeredTools Names of the tools in the request; a call of another one is invalid.
 */
export function unstorableReason(completion: ChatCompletion, offeredTools: ReadonlySet<string>): UnstorableReason | undefined {
  // Providers in the wild leave out what the types promise.
  const choices: readonly LooseChoice[] = (completion as { choices?: readonly LooseChoice[] | null }).choices ?? [];
  if (choices.length === 0) return 'empty';
  for (const choice of choices) {
    const reason = reasonOfChoice(choice, offeredTools);
    if (reason) return reason;
  }
  return undefined;
}

/** Names of the functions and tools that a request offers. */
export function offeredTools(params: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const tool of asList(params.tools)) {
    const { function: called, custom } = asRecord(tool);
    const name = asRecord(called ?? custom).name;
    if (typeof name === 'string') names.add(name);
  }
  for (const called of asList(params.functions)) {
    const { name } = asRecord(called);
    if (typeof name === 'string') names.add(name);
  }
  return names;
}

interface LooseChoice {
  readonly finish_reason?: string | null;
  readonly message?: {
    readonly content?: unknown;
    readonly refusal?: unknown;
    readonly audio?: unknown;
    readonly images?: unknown;
    readonly tool_calls?: readonly LooseToolCall[] | null;
    readonly function_call?: LooseFunction | null;
  } | null;
}

interface LooseToolCall {
  readonly type?: string;
  readonly function?: LooseFunction | null;
  readonly custom?: { readonly name?: unknown } | null;
}

interface LooseFunction {
  readonly name?: unknown;
  readonly arguments?: unknown;
}

function reasonOfChoice({ finish_reason: finish, message }: LooseChoice, offered: ReadonlySet<string>): UnstorableReason | undefined {
  if (finish === 'length') return 'truncated';
  if (finish === 'content_filter') return 'content-filter';
  if (finish !== 'stop' && finish !== 'tool_calls' && finish !== 'function_call') return 'interrupted';
  if (!message) return 'empty';
  if (message.audio || (Array.isArray(message.images) && message.images.length > 0)) return 'non-text';
  const calls = message.tool_calls ?? [];
  if (!calls.every((call) => isValidCall(call, offered))) return 'invalid-tool-call';
  if (message.function_call && !isValidFunction(message.function_call, offered)) return 'invalid-tool-call';
  const hasContent = typeof message.content === 'string' && message.content !== '';
  const hasRefusal = typeof message.refusal === 'string' && message.refusal !== '';
  return hasContent || hasRefusal || calls.length > 0 || message.function_call ? undefined : 'empty';
}

function isValidCall(call: LooseToolCall, offered: ReadonlySet<string>): boolean {
  // The input of a custom tool is free text.
  if (call.type === 'custom') return typeof call.custom?.name === 'string' && offered.has(call.custom.name);
  return call.function !== undefined && call.function !== null && isValidFunction(call.function, offered);
}

function isValidFunction({ name, arguments: text }: LooseFunction, offered: ReadonlySet<string>): boolean {
  if (typeof name !== 'string' || !offered.has(name) || typeof text !== 'string') return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
