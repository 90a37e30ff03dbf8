import type { ChatMessage } from '../client/chat-client.js';
import type { Call, SoftFailure } from '../engine/call.js';
import type { Plan } from '../engine/plan.js';
import { SchemaUnsupportedError } from '../errors/errors.js';

import { feedbackOn, tell } from './feedback.js';
import { PATCH_REQUEST, PATCH_SCHEMA, schemaPrompt } from './prompts.js';

/** A bad answer is shown to the model up to this length, in characters. */
const MAX_ECHO = 32_000;

/** The request of one attempt. The transcript holds the caller's messages and the last bad answer, no earlier ones. */
export function buildRequest(call: Call, plan: Plan): Record<string, unknown> {
  const { params, model, failure, sink } = call;
  const schema = plan.isPatch ? PATCH_SCHEMA : plan.isStrict ? model.wire.strict : model.wire.root;
  const request: Record<string, unknown> = { ...params, ...plan.params, model: plan.model };
  let messages = params.messages;

  switch (plan.mode) {
    case 'TOOLS': {
      const own = { type: 'function', function: { name: model.name, description: model.description ?? 'Gives the answer', parameters: schema } };
      request.tools = [own, ...otherTools(params.tools, model.name)];
      request.tool_choice = { type: 'function', function: { name: model.name } };
      break;
    }
    case 'JSON_SCHEMA':
      request.response_format = {
        type: 'json_schema',
        json_schema: { name: model.name, ...(model.description !== undefined && { description: model.description }), strict: plan.isStrict, schema },
      };
      break;
    case 'JSON':
      request.response_format = { type: 'json_object' };
      messages = withInstructions(messages, instructions(call, plan.mode, plan));
      break;
    case 'MD_JSON':
    case 'THINKING_MD_JSON':
      messages = withInstructions(messages, instructions(call, plan.mode, plan));
      break;
  }

  if (failure) {
    const said = plan.isPatch ? `The answer does not match the schema:\n${tell(failure.issues)}\n${PATCH_REQUEST}` : feedbackOn(failure, plan.mode === 'TOOLS' ? model.name : undefined);
    const reminder = sink?.reminder?.();
    messages = [...messages, ...transcript(failure, reminder === undefined ? said : `${said}\n${reminder}`, plan, model.name)];
  }
  request.messages = messages;
  if (sink) {
    request.stream = true;
    request.stream_options ??= { include_usage: true };
  } else if ('stream' in request) {
    request.stream = false;
  }
  return request;
}

/** The bad answer in the provider's own shape, and what was wrong with it. */
function transcript({ answer, toolCallId }: SoftFailure, said: string, { mode }: Plan, name: string): readonly ChatMessage[] {
  if (answer === '') return [{ role: 'user', content: said }];
  const echo = answer.length > MAX_ECHO ? `${answer.slice(0, MAX_ECHO)}\n[cut]` : answer;
  if (mode === 'TOOLS' && toolCallId !== undefined) {
    return [
      { role: 'assistant', content: null, tool_calls: [{ id: toolCallId, type: 'function', function: { name, arguments: echo } }] },
      { role: 'tool', tool_call_id: toolCallId, content: said },
    ];
  }
  return [{ role: 'assistant', content: echo }, { role: 'user', content: said }];
}

function instructions({ model }: Call, mode: 'JSON' | 'MD_JSON' | 'THINKING_MD_JSON', { isPatch }: Plan): string {
  return schemaPrompt(mode, isPatch ? JSON.stringify(PATCH_SCHEMA) : model.wire.text, model.name, model.description);
}

/** Joins the first system message: some providers take only one, and only in front. */
function withInstructions(messages: readonly ChatMessage[], text: string): readonly ChatMessage[] {
  const [first, ...rest] = messages;
  const canJoin = (first?.role === 'system' || first?.role === 'developer') && typeof first.content === 'string';
  return canJoin ? [{ ...first, content: `${first.content}\n\n${text}` }, ...rest] : [{ role: 'system', content: text }, ...messages];
}

function otherTools(tools: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(tools)) return [];
  const isTaken = tools.some((tool: { readonly function?: { readonly name?: unknown } } | null) => tool?.function?.name === name);
  if (isTaken) throw new SchemaUnsupportedError({ kind: 'schema', message: 'a tool of the request has the name of the response model: give one of them another name' });
  return tools as readonly unknown[];
}
