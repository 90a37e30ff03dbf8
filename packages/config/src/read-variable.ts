import { type Layers, type Lookup, lookUp } from './environment.js';
import type { Variable } from './variable.js';

/** A variable that was set, and understood. */
export interface Setting {
  readonly kind: 'setting';
  readonly value: unknown;
  readonly source: Lookup['source'];
}

/** A variable that was set to something it cannot be. */
export interface Refusal {
  readonly kind: 'refusal';
  /** The text as it was found. It may be a secret: only `showFound` may look at it. */
  readonly raw: string;
  readonly source: Lookup['source'];
  readonly reason: string;
}

/** Most characters of any value; more is a file pasted by mistake. */
const MAX_LENGTH = 16_384;

/** What one variable was set to, or undefined while it is unset. */
export function readVariable(
  variable: Variable,
  layers: Layers,
  warn: (warning: string) => void,
): Setting | Refusal | undefined {
  const { name, isProcessOnly = false } = variable;
  if (isProcessOnly && Object.hasOwn(layers.dotEnv, name)) {
    warn(`${name} in .env is ignored: it is read from the environment of the process only.`);
  }
  const found = lookUp(name, isProcessOnly ? { ...layers, dotEnv: {} } : layers, (source) => {
    warn(`${name} (${source}) still holds a placeholder and counts as unset.`);
  });
  if (found === undefined) return undefined;

  const { value: raw, source } = found;
  const refuse = (reason: string): Refusal => ({ kind: 'refusal', raw, source, reason });
  if (raw.length > MAX_LENGTH) return refuse(`it is longer than ${MAX_LENGTH} characters`);
  const parsed = variable.schema().safeParse(raw);
  if (parsed.success) return { kind: 'setting', value: parsed.data, source };
  return refuse(parsed.error.issues[0]?.message ?? 'it cannot be read');
}
