import { ruleOf, isFailureClass } from '../errors/failure-class.js';

import type { CooldownEntry } from './cooldown-store.js';

/**
 * Deployments whose cooldown a new configuration ends: those that changed or went, because what was learned
 * of them is about something else now, and those that were to stay out until a reload.
 */
export function outdatedCooldowns(entries: readonly CooldownEntry[], isSame: (deployment: string) => boolean): string[] {
  return entries.filter((entry) => !isSame(entry.deployment) || ('errorClass' in entry && isFailureClass(entry.errorClass) && ruleOf(entry.errorClass).cool === 'until-reload')).map(({ deployment }) => deployment);
}
