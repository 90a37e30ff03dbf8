import { estimateCost } from '../prices/cost.js';

import { lowest } from './lowest.js';
import type { StrategyFunction } from './strategy.js';

/** Length of an answer where neither request nor deployment bounds it. */
const ASSUMED_OUTPUT_TOKENS = 500;

/** The deployment on which this request, with its prompt and its longest answer, costs least. Unknown prices come last and are reported. */
export const costBasedRouting: StrategyFunction = ({ candidates, price, promptTokens, maxOutputTokens, random, warn }) =>
  lowest(
    candidates,
    (deployment) => {
      const known = price(deployment);
      if (known) return estimateCost(known, { promptTokens: promptTokens(), maxOutputTokens: maxOutputTokens ?? deployment.config.maxOutputTokens ?? ASSUMED_OUTPUT_TOKENS });
      warn(`unknown_price:${deployment.id}`);
      return Number.MAX_VALUE;
    },
    random,
  );
