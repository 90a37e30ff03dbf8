import type { ModelPrice } from '@pydantic/genai-prices';

import type { Price, PriceRates, PriceTier } from './price-book.js';

/** Finds the public price of a model at a moment (some prices differ by the hour). */
export type PublicPriceFinder = (model: string, provider: string | undefined, now: number) => Price | undefined;

/** Names of rates in the public list. */
const NAMES = { in: 'input_mtok', out: 'output_mtok', cachedIn: 'cache_read_mtok', cacheWrite: 'cache_write_mtok' } as const satisfies Record<keyof PriceRates, string>;

/** Loads the price list that is bundled with `@pydantic/genai-prices`; it is dated by that package's version and never fetched. */
export async function loadPublicPrices(): Promise<PublicPriceFinder> {
  const { calcPrice } = await import('@pydantic/genai-prices');
  return (model, provider, now) => {
    const found = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, { timestamp: new Date(now), ...(provider !== undefined && { providerId: provider }) });
    return found ? toPrice(found.model_price) : undefined;
  };
}

/** A price without input or output rate (images, speech) cannot price a chat. */
function toPrice(listed: ModelPrice): Price | undefined {
  const base = ratesFrom(listed, 0);
  if (base.in === undefined || base.out === undefined) return undefined;
  const starts = new Set<number>();
  for (const name of Object.values(NAMES)) {
    const rate = listed[name];
    if (typeof rate === 'object') for (const { start } of rate.tiers) starts.add(start);
  }
  const bounds = [...starts].sort((first, second) => first - second);
  const tiers = [0, ...bounds].map((start, index): PriceTier => ({ upToPrompt: bounds[index] ?? null, ...ratesFrom(listed, start + 1) }));
  const perThousand = listed.requests_kcount;
  return {
    ...(base as PriceRates),
    ...(bounds.length > 0 && { tiers }),
    ...(typeof perThousand === 'number' && { perRequest: perThousand / 1_000 }),
  };
}

/** The rates that hold for a prompt of so many tokens. */
function ratesFrom(listed: ModelPrice, prompt: number): Partial<PriceRates> {
  const rates: Partial<Record<keyof PriceRates, number>> = {};
  for (const [kind, name] of Object.entries(NAMES) as [keyof PriceRates, string][]) {
    const rate = listed[name];
    if (typeof rate === 'number') rates[kind] = rate;
    else if (rate) rates[kind] = [...rate.tiers].sort((first, second) => second.start - first.start).find(({ start }) => prompt > start)?.price ?? rate.base;
  }
  return rates;
}
