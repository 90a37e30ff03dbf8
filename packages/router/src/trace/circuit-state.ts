import { metrics, providerName } from '@discord-intelligence/observability';

import type { CooldownEvent } from '../cooldown/cooldown-store.js';
import type { Plan } from '../flow/runtime.js';

import type { RouterHooks } from './hooks.js';

/** Values of `llm.router.circuit_state`. */
const STATES = { cooled: 2, probed: 1, recovered: 0 } as const satisfies Record<CooldownEvent['kind'], number>;

/** The hooks of the caller, before which telemetry hears what becomes of a deployment. Nothing comes of it while that is off. */
export function withCircuitState(hooks: RouterHooks, planNow: () => Plan): RouterHooks {
  return {
    ...hooks,
    onCooldown(event) {
      const { provider, model } = planNow().deployments.get(event.deployment)?.config ?? {};
      // Another process may know deployments that this one does not.
      if (provider !== undefined) metrics.router.circuitState.set(STATES[event.kind], { provider: providerName(provider), model, deployment: event.deployment });
      return hooks.onCooldown?.(event);
    },
  };
}
