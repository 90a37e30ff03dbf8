import { completion } from '../openai/completion.js';

import { fillPlaceholders } from './placeholders.js';
import type { ProviderStep, StepBody } from './provider-step.js';
import type { MutableScriptedRequest } from './scripted-request.js';

/** The text of an ordinary answer to a request. */
export function answerBody(step: ProviderStep, request: MutableScriptedRequest, nowMs: number): string {
  const body = step.body ?? {};
  if (body.raw !== undefined) return body.raw;
  if (body.error) return fillPlaceholders(JSON.stringify({ error: body.error }), nowMs);
  if ((step.status ?? 200) >= 400 && !step.body) return JSON.stringify({ error: { message: `scripted ${step.status ?? 200}`, type: null, code: null } });
  return JSON.stringify(request.path === '/embeddings' ? embeddingsBody(body, request) : completionBody(body, request));
}

function completionBody(body: StepBody, request: MutableScriptedRequest) {
  const toolCalls = body.toolCall ? [body.toolCall] : body.toolCalls;
  if (body.usage !== null) request.usage = body.usage ?? {};
  return completion({
    content: body.completion === undefined ? (toolCalls || body.refusal !== undefined ? null : 'ok') : body.completion,
    ...(toolCalls && { toolCalls: toolCalls.map(({ name, arguments: args, id }) => ({ name, args, ...(id !== undefined && { id }) })) }),
    ...(body.refusal !== undefined && { refusal: body.refusal }),
    ...(body.finish !== undefined && { finishReason: body.finish }),
    ...(body.usage !== undefined && { usage: body.usage }),
    model: modelOf(request),
  });
}

function embeddingsBody(body: StepBody, request: MutableScriptedRequest) {
  const { input, encoding_format: format } = asRecord(request.body);
  const inputs: readonly unknown[] = Array.isArray(input) ? input : [input];
  const vector = body.embedding ?? [1, 0];
  const prompt = body.usage?.prompt ?? inputs.length;
  if (body.usage !== null) request.usage = { prompt, completion: 0 };
  return {
    object: 'list',
    // The `openai` SDK asks for base64 unless told otherwise.
    data: inputs.map((_, index) => ({ object: 'embedding', index, embedding: format === 'base64' ? Buffer.from(new Float32Array(vector).buffer).toString('base64') : vector })),
    model: modelOf(request),
    ...(body.usage !== null && { usage: { prompt_tokens: prompt, total_tokens: prompt } }),
  };
}

/** The model that the request asked for. */
export function modelOf(request: Pick<MutableScriptedRequest, 'body'>): string {
  const { model } = asRecord(request.body);
  return typeof model === 'string' ? model : 'fake-model';
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
