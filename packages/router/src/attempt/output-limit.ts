import type { DeploymentConfig } from '../config/deployment-config.js';
import { estimateCost } from '../prices/cost.js';
import type { Price } from '../prices/price-book.js';

/** Bound of an answer where neither request nor deployment gives one, and money has to be reserved. */
const DEFAULT_MAX_OUTPUT_TOKENS = 4_096;

/** An answer shorter than this is not worth asking for. */
const MIN_OUTPUT_TOKENS = 64;

/** Part of what is left of a budget that one unbounded answer may hold: others want to ask as well. */
const AFFORDABLE_PART = 1 / 4;

type Params = Readonly<Record<string, unknown>>;

/** Most output tokens that an attempt can cost, and what to send so that the provider keeps to it. */
export interface OutputLimit {
  /** Over all choices. */
  readonly total: number;
  readonly choices: number;
  /** Parameters that the caller did not give. */
  readonly bounds: Readonly<Record<string, number>>;
  /** Whether the number is ours alone and may be lowered. */
  readonly isOurs: boolean;
}

/** Most output tokens that a request asks for, over all its choices. */
export function askedOutputTokens(params: Params): number | undefined {
  const asked = positive(params.max_completion_tokens) ?? positive(params.max_tokens);
  return asked === undefined ? undefined : asked * (positive(params.n) ?? 1);
}

/** The bound of an answer: the request's, else the deployment's, else ours. */
export function outputLimit(params: Params, config: DeploymentConfig): OutputLimit {
  const choices = positive(params.n) ?? 1;
  const asked = askedOutputTokens(params);
  if (asked !== undefined) return { total: asked, choices, bounds: {}, isOurs: false };
  return bounded(config.maxOutputTokens ?? DEFAULT_MAX_OUTPUT_TOKENS, choices, parameterOf(config), config.maxOutputTokens === undefined);
}

/** A shorter answer that part of what is left can pay; `undefined` when that is too little to say anything. */
export function affordable(price: Price, promptTokens: number, remainingNano: number, { choices, bounds }: OutputLimit): OutputLimit | undefined {
  const input = estimateCost(price, { promptTokens, maxOutputTokens: 0 });
  const perToken = (estimateCost(price, { promptTokens, maxOutputTokens: 1_000 }) - input) / 1_000;
  const tokens = Math.floor(((remainingNano - input) * AFFORDABLE_PART) / Math.max(perToken, Number.MIN_VALUE) / choices);
  if (!(tokens >= MIN_OUTPUT_TOKENS)) return undefined;
  const [parameter] = Object.keys(bounds);
  return parameter === undefined ? undefined : bounded(Math.min(tokens, DEFAULT_MAX_OUTPUT_TOKENS), choices, parameter, true);
}

function bounded(tokens: number, choices: number, parameter: string, isOurs: boolean): OutputLimit {
  return { total: tokens * choices, choices, bounds: { [parameter]: tokens }, isOurs };
}

/** OpenAI's newer models refuse `max_tokens`; most other providers know nothing else. */
function parameterOf({ provider }: DeploymentConfig): string {
  return provider === 'openai' ? 'max_completion_tokens' : 'max_tokens';
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
