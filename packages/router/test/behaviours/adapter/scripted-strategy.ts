import type { StrategyFunction } from '../../../src/strategies/strategy.js';

/** Name under which the scripted strategy is given to the router. */
export const SCRIPTED = 'scripted';

/** A `scripted:…` strategy taken apart. */
export interface ScriptedStrategy {
  readonly choose: StrategyFunction;
}

/**
 * Reads `scripted:a,b` (the choice for the n-th attempt inside each request) and
 * `scripted:a|x` (for the first request only; later ones use strategy x).
 * Answers `undefined` for any other strategy.
 */
export function scriptedStrategy(strategy: string | undefined, others: (name: string) => StrategyFunction | undefined): ScriptedStrategy | undefined {
  const written = /^scripted:([^|]*)(?:\|(.*))?$/.exec(strategy ?? '');
  if (!written) return undefined;
  const list = (written[1] ?? '').split(',').filter(Boolean);
  const later = written[2] === undefined ? undefined : others(written[2]);
  if (written[2] !== undefined && !later) throw new Error(`Unknown strategy ${written[2]} in ${strategy ?? ''}`);
  return {
    choose(choice) {
      if (later && choice.requestIndex > 0) return later(choice);
      // An entry that cools or has failed is no candidate: the next of the list takes its place.
      for (const id of list.slice(choice.attemptIndex)) {
        if (choice.candidates.some((candidate) => candidate.id === id)) return id;
      }
      return choice.candidates.find(({ id }) => !list.includes(id)) ?? choice.candidates[0];
    },
  };
}
