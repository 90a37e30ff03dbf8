import type { ChoiceRules } from './choose.js';
import type { ReadCandidate } from './read-text.js';
import { allows, type Repair } from './repair.js';

/** A candidate in one of the shapes that models give it. */
export interface Variant {
  readonly value: unknown;
  readonly repairs: readonly Repair[];
}

/** The shapes in which to try a candidate, the likeliest first. */
export function variantsOf(candidate: ReadCandidate, { isWrapped, root, knownKeys, name, policy }: Pick<ChoiceRules, 'isWrapped' | 'root' | 'knownKeys' | 'name' | 'policy'>): readonly Variant[] {
  const { value } = candidate;
  const repairs = candidate.repairs.map((code): Repair => ({ code }));
  const asItIs: Variant = { value, repairs };
  if (!isPlainObject(value)) return isWrapped ? [{ value, repairs: [...repairs, { code: 'bare-root' }] }] : [asItIs];

  const keys = Object.keys(value);
  if (isWrapped && keys.length === 1 && keys[0] === 'value') return [{ value: value.value, repairs }, asItIs];
  const bare: Variant = isWrapped ? { value, repairs: [...repairs, { code: 'bare-root' }] } : asItIs;
  const inner = innerOf(value, keys, name);
  const isFitting = inner !== undefined && (root === 'array' ? Array.isArray(inner) : typeof inner === 'object') && !(keys.length === 1 && knownKeys?.has(keys[0] ?? ''));
  if (!isFitting || !allows(policy, { code: 'wrapper-key' })) return [bare];
  return [bare, { value: inner, repairs: [...repairs, { code: 'wrapper-key' }] }];
}

/** `{ "Thing": … }`, or a call written out: `{ "name": "Thing", "arguments": … }`. */
function innerOf(value: Readonly<Record<string, unknown>>, keys: readonly string[], name: string): unknown {
  if (keys.length === 1) return value[keys[0] ?? ''] ?? undefined;
  const isCall = keys.length === 2 && value.name === name;
  return isCall ? (value.arguments ?? value.parameters ?? undefined) : undefined;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
