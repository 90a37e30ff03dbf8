import type { Price } from './price-book.js';

/** USD per million tokens beyond which a price is a mistake of unit. */
const MAX_RATE = 1_000_000_000;

/**
 * Refuses a price that cannot be used.
 * @throws RangeError Naming whose price and which field.
 */
export function checkPrice(price: Price, whose: string): void {
  const check = (rate: number | undefined, field: string) => {
    if (rate !== undefined && !(rate >= 0 && rate <= MAX_RATE)) throw new RangeError(`Price of ${whose}: ${field} must be 0 to ${MAX_RATE} USD per million tokens, got ${rate}`);
  };
  const { tiers = [], perRequest } = price;
  check(perRequest, 'perRequest');
  [price, ...tiers].forEach((rates, index) => {
    for (const field of ['in', 'out', 'cachedIn', 'cacheWrite'] as const) check(rates[field], index === 0 ? field : `tiers[${index - 1}].${field}`);
  });
  let last = -1;
  tiers.forEach(({ upToPrompt }, index) => {
    const upTo = upToPrompt ?? Infinity;
    if (!(upTo > last)) throw new RangeError(`Price of ${whose}: tiers[${index}].upToPrompt must be above the tier before it, with null last`);
    last = upTo;
  });
}
