import type { Mode } from '../wire/mode.js';

import type { Call } from './call.js';
import { AUTO_MODES } from './mode-memory.js';

/** How one attempt asks. */
export interface Plan {
  readonly model: string;
  readonly mode: Mode;
  /** Whether the wire schema is the strict one. */
  readonly isStrict: boolean;
  /** Whether only a patch to the last answer is asked for. */
  readonly isPatch: boolean;
  /** Parameters that this attempt changes. */
  readonly params: Readonly<Record<string, unknown>> | undefined;
}

/** Decides how the next attempt asks: the call's wishes, what was learned, and the steps of its escalation. */
export function planAttempt(call: Call): Plan {
  const { settings, attempts, failure, client } = call;
  const step = failure ? settings.escalate[Math.min(attempts.length, settings.escalate.length) - 1] : undefined;
  const applies = step?.when === undefined || step.when.some((kind) => kind === failure?.kind) ? step : undefined;
  const model = applies?.model ?? String(call.params.model);
  const mode = applies?.mode ?? (settings.mode === 'auto' ? autoMode(call, model) : settings.mode);
  const isPatch = isWorthPatching(call);
  const isStrict = mode === 'JSON_SCHEMA' && !isPatch && call.model.wire.strict !== undefined && !client.modes.refusesStrict(model, call.model.wire.fingerprint);
  return { model, mode, isStrict, isPatch, params: applies?.params };
}

/**
 * Notes that the provider refused this way of asking.
 *
 * @returns Whether there is another way to try.
 */
export function planOtherWay(call: Call, plan: Plan): boolean {
  const { modes } = call.client;
  if (plan.isStrict) {
    modes.rememberRefusal(plan.model, call.model.wire.fingerprint);
    return true;
  }
  const next = call.settings.mode === 'auto' ? AUTO_MODES[indexOf(plan.mode) + 1] : undefined;
  if (!next) return false;
  modes.remember(plan.model, next);
  return true;
}

/** After a model that does not call its tool, the next attempt asks in another way. */
function autoMode({ attempts, failure, client }: Call, model: string): Mode {
  const known = client.modes.modeFor(model);
  const last = attempts.at(-1);
  if (failure?.kind !== 'no_output' || last?.model !== model) return known;
  return AUTO_MODES[Math.min(indexOf(last.mode) + 1, AUTO_MODES.length - 1)] ?? known;
}

function indexOf(mode: Mode): number {
  return (AUTO_MODES as readonly Mode[]).indexOf(mode);
}

function isWorthPatching({ settings: { patchFrom }, failure, model }: Call): boolean {
  if (patchFrom === undefined || failure?.kind !== 'validation' || failure.answer.length < patchFrom) return false;
  const { value } = failure;
  return !model.wire.isWrapped && typeof value === 'object' && value !== null && !Array.isArray(value);
}
