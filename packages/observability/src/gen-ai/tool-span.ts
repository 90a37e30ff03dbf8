import type { LogfireSpan } from '../logfire-span.js';
import { GEN_AI, LLM } from '../names/gen-ai.js';
import { span } from '../span.js';

/** A call of a tool that a model asked for. */
export interface ToolCall {
  readonly name: string;
  readonly callId?: string;
  /** @default 'function' */
  readonly type?: 'function' | 'extension' | 'datastore';
  /** Kept only while content is captured in full. */
  readonly arguments?: unknown;
}

/** A request to a router, which may try several models. */
export interface RoutedRequest {
  /** The name callers use for a group of models. */
  readonly route: string;
  readonly policy?: string;
  /** Models that may answer, first choice first. */
  readonly candidates?: readonly string[];
}

/** What came of one evaluation. */
export interface Evaluation {
  readonly name: string;
  readonly score?: number;
  readonly label?: string;
  readonly explanation?: string;
}

/** Runs a tool in a span `execute_tool {name}`. */
export function toolSpan<T>({ name, callId, type = 'function', arguments: given }: ToolCall, fn: (span: LogfireSpan) => T): T {
  return span(`execute_tool ${name}`, () => ({
    [GEN_AI.operationName]: 'execute_tool',
    [GEN_AI.tool.name]: name,
    [GEN_AI.tool.callId]: callId,
    [GEN_AI.tool.type]: type,
    [GEN_AI.content.toolArguments]: given,
  }), fn);
}

/** Runs a routed request in a span `router {route}`; each attempt inside is an `llmSpan` with its number. */
export function routerSpan<T>({ route, policy, candidates }: RoutedRequest, fn: (span: LogfireSpan) => T): T {
  return span(`router ${route}`, () => ({ [LLM.router.route]: route, [LLM.router.policy]: policy, [LLM.router.candidates]: candidates }), fn);
}

/** Notes on a span how good an answer was. */
export function recordEvaluation(on: LogfireSpan, { name, score, label, explanation }: Evaluation): void {
  on.addEvent(GEN_AI.evaluation.event, {
    [GEN_AI.evaluation.name]: name,
    [GEN_AI.evaluation.scoreValue]: score,
    [GEN_AI.evaluation.scoreLabel]: label,
    [GEN_AI.evaluation.explanation]: explanation,
  });
}
