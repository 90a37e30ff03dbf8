import { ACKNOWLEDGE_WITHIN_MS } from './interactions/stored-interaction.js';
import { describeViolation, type Violation } from './violation-log.js';
import type { World } from './world.js';

/** What was recorded, and the interactions that nobody answered in time. */
export function allViolations(world: World): Violation[] {
  const unanswered = [...world.interactions.values()]
    .filter(({ acknowledgement, createdAtMs }) => !acknowledgement && world.now() - createdAtMs > ACKNOWLEDGE_WITHIN_MS)
    .map(({ id, type }): Violation => {
      return { rule: 'never-acknowledged', detail: `The interaction ${id} of type ${type} got no answer within 3 seconds` };
    });
  return [...world.violations.list, ...unanswered];
}

/** @throws When a rule was broken; the message lists every violation. */
export function expectNoViolations(world: World): void {
  const violations = allViolations(world);
  if (violations.length === 0) return;
  throw new Error(`The application broke ${violations.length} of Discord's rules:\n${violations.map(describeViolation).join('\n')}`);
}
