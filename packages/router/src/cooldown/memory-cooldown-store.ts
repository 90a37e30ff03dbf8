import { type CooldownBoardOptions, createCooldownBoard } from './cooldown-board.js';
import type { CooldownEvent, CooldownStore } from './cooldown-store.js';

/** Cooldowns of this process alone. */
export function createMemoryCooldownStore(options: CooldownBoardOptions = {}): CooldownStore {
  const board = createCooldownBoard(options);
  return {
    phase: board.phase,
    admitsRamp: board.admitsRamp,
    claimProbe: board.takeProbe,
    releaseProbe: board.giveProbeBack,
    reportSuccess({ deployment, isProbe = false }) {
      board.succeed(deployment, isProbe);
    },
    reportFailure(report): CooldownEvent | undefined {
      const change = board.fail(report);
      return change && { kind: 'cooled', deployment: change.deployment, errorClass: change.errorClass, durationMs: change.remainingMs, isRemote: false };
    },
    reset(deployment) {
      board.apply({ kind: 'reset', deployment });
    },
    list: board.list,
    reconfigure: board.reconfigure,
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
