/** Hedges that may be saved up: a burst of slow answers is not answered by a burst of load. */
const MAX_SAVED = 10;

/** Limits hedges to a share of requests. */
export interface HedgeBucket {
  /** A request adds its share. */
  request(share: number): void;
  /** Takes a whole hedge if there is one. */
  tryHedge(): boolean;
}

/** Makes an empty bucket: hedging has to be earned. */
export function createHedgeBucket(): HedgeBucket {
  let saved = 0;
  return {
    request(share) {
      saved = Math.min(MAX_SAVED, saved + share);
    },
    tryHedge() {
      if (saved < 1) return false;
      saved -= 1;
      return true;
    },
  };
}
