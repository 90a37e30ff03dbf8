/** What goes on behind the answers. */
export interface BackgroundWork {
  /** Follows a piece of work; its failure is nobody's. */
  add(work: Promise<unknown>): void;
  /** Resolves when all of it, what comes meanwhile included, is done. */
  settled(): Promise<void>;
}

/** Follows work, so that closing can wait for it. */
export function createBackgroundWork(): BackgroundWork {
  const pending = new Set<Promise<unknown>>();
  return {
    add(work) {
      const followed: Promise<unknown> = work.then(ignore, ignore).finally(() => pending.delete(followed));
      pending.add(followed);
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

function ignore(): void {
  // Its outcome shows in the counters.
}
