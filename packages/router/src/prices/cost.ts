import type { NanoUsd } from '../budget/nano-usd.js';

import type { Price, PriceRates } from './price-book.js';
import type { TokenUsage } from './token-usage.js';

/** Size of a request before it is sent. */
export interface RequestSize {
  /** Upper estimate of the input tokens; the token estimator's number has its margin already. */
  readonly promptTokens: number;
  /** Most output tokens that the provider may return: `max_tokens`, or the model's cap. */
  readonly maxOutputTokens: number;
}

/**
 * USD per million tokens times 10^6 is a whole number of pico-USD per token for every price with
 * at most six decimals; products and sums of whole numbers have no drift.
 */
const PICO_PER_USD_PER_MILLION = 1_000_000;

const PICO_PER_USD = 1_000_000_000_000;

const PICO_PER_NANO = 1_000;

/**
 * Cost of an answer in nano-USD, rounded to the nearest once, at the end. Cached tokens are priced
 * once; reasoning is inside the output. Counts that make no sense (negative, not finite) count as 0.
 */
export function costOf(price: Price, usage: TokenUsage): NanoUsd {
  const promptTokens = count(usage.promptTokens);
  const rates = ratesFor(price, promptTokens);
  // Some providers report more cached tokens than prompt tokens; no part may count twice.
  const cached = Math.min(count(usage.cachedTokens), promptTokens);
  const written = Math.min(count(usage.cacheWriteTokens), promptTokens - cached);
  const pico =
    pricedAt(promptTokens - cached - written, rates.in) +
    pricedAt(cached, rates.cachedIn ?? rates.in) +
    pricedAt(written, rates.cacheWrite ?? rates.in) +
    pricedAt(count(usage.completionTokens), rates.out) +
    perRequest(price);
  return Math.round(pico / PICO_PER_NANO);
}

/**
 * Upper bound of a request in nano-USD: the dearest kind of input for every prompt token, the
 * largest output and the dearest tier that the prompt can still fall into, rounded up.
 */
export function estimateCost(price: Price, { promptTokens, maxOutputTokens }: RequestSize): NanoUsd {
  const prompt = Math.ceil(count(promptTokens));
  const output = Math.ceil(count(maxOutputTokens));
  // A smaller prompt than estimated falls into a lower tier, which is not always the cheaper one.
  const sizes = [prompt, ...(price.tiers ?? []).flatMap(({ upToPrompt }) => (upToPrompt !== null && upToPrompt < prompt ? [upToPrompt] : []))];
  const picos = sizes.map((size) => {
    const rates = ratesFor(price, size);
    return pricedAt(size, Math.max(rates.in, rates.cachedIn ?? 0, rates.cacheWrite ?? 0)) + pricedAt(output, rates.out) + perRequest(price);
  });
  return Math.ceil(Math.max(...picos) / PICO_PER_NANO);
}

/** The rates for a prompt of this size: one tier prices every token; what it leaves out is the base's. */
export function ratesFor(price: Price, promptTokens: number): PriceRates {
  const tier = price.tiers?.find(({ upToPrompt }) => upToPrompt === null || promptTokens <= upToPrompt);
  if (!tier) return price;
  const { cachedIn = price.cachedIn, cacheWrite = price.cacheWrite } = tier;
  return {
    in: tier.in ?? price.in,
    out: tier.out ?? price.out,
    ...(cachedIn !== undefined && { cachedIn }),
    ...(cacheWrite !== undefined && { cacheWrite }),
  };
}

function pricedAt(tokens: number, usdPerMillion: number): number {
  return tokens * Math.round(usdPerMillion * PICO_PER_USD_PER_MILLION);
}

function perRequest(price: Price): number {
  return Math.round((price.perRequest ?? 0) * PICO_PER_USD);
}

/** Tokens as a provider reports them, made harmless. */
function count(tokens: number | undefined): number {
  return tokens !== undefined && Number.isFinite(tokens) && tokens > 0 ? tokens : 0;
}
