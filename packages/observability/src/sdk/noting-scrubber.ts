import { metrics } from '../metrics/catalogue.js';
import { createScrubber, type Scrubber } from '../scrub/scrubber.js';
import { PATTERN_NAMES } from '../scrub/secret-patterns.js';
import type { ScrubMatch } from '../scrub/text-scrubber.js';
import type { Scrubbing } from '../setup-options.js';
import type { Measure } from './metrics/meters.js';

/** A scrubber that counts what it takes out, and remembers it until asked. */
export interface NotingScrubber {
  readonly scrubber: Scrubber;
  /** What was found since the last call. */
  readonly takeFinds: () => readonly ScrubMatch[];
}

const MOST_FINDS = 64;

/** Makes the scrubber of a runtime. */
export function createNotingScrubber(secrets: readonly string[], scrubbing: Scrubbing | undefined, measure: Measure): NotingScrubber {
  let finds: ScrubMatch[] = [];
  const scrubber = createScrubber({
    ...scrubbing,
    secrets,
    onScrub(match) {
      if (finds.length < MOST_FINDS) finds.push(match);
      // Other reasons are names of keys, which users choose: they are no labels.
      measure(metrics.telemetry.scrubbed.definition, 1, { reason: PATTERN_NAMES.has(match.reason) ? match.reason : 'key' });
      return scrubbing?.onScrub?.(match);
    },
  });
  return {
    scrubber,
    takeFinds() {
      if (finds.length === 0) return finds;
      const taken = finds;
      finds = [];
      return taken;
    },
  };
}
