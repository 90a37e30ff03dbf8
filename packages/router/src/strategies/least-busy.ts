import { lowest } from './lowest.js';
import type { StrategyFunction } from './strategy.js';

/** The deployment with the fewest requests under way in this process. */
export const leastBusy: StrategyFunction = ({ candidates, random }) => lowest(candidates, ({ inFlight }) => inFlight, random);
