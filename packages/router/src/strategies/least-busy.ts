import { lowest } from './lowest.js';
import type { StrategyFunction } from './strategy.js';

/** Requests so far decide only between deployments that are equally busy. */
const TIE = 1e-12;

/** The deployment with the fewest requests under way in this process; among equals the one that has had the fewest. */
export const leastBusy: StrategyFunction = ({ candidates, random }) => lowest(candidates, ({ inFlight, counts }) => inFlight + counts.requests * TIE, random);
