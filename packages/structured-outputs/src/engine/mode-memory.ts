import type { Mode } from '../wire/mode.js';

/** What `auto` tries, in this order. */
export const AUTO_MODES = ['TOOLS', 'JSON_SCHEMA', 'MD_JSON'] as const satisfies readonly Mode[];

/** What has been learned about models: only the last few hundred are remembered. */
export interface ModeMemory {
  /** The mode that worked for a model. */
  modeFor(model: string): Mode;
  remember(model: string, mode: Mode): void;
  /** Whether a model's server refused this strict schema. */
  refusesStrict(model: string, fingerprint: string): boolean;
  rememberRefusal(model: string, fingerprint: string): void;
}

const CAPACITY = 256;

/** Makes an empty memory. */
export function createModeMemory(): ModeMemory {
  const modes = new Map<string, Mode>();
  const refusals = new Map<string, true>();
  return {
    modeFor: (model) => modes.get(model) ?? AUTO_MODES[0],
    remember: (model, mode) => { put(modes, model, mode); },
    refusesStrict: (model, fingerprint) => refusals.has(`${fingerprint} ${model}`),
    rememberRefusal: (model, fingerprint) => { put(refusals, `${fingerprint} ${model}`, true); },
  };
}

function put<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > CAPACITY && oldest !== undefined) map.delete(oldest);
}
