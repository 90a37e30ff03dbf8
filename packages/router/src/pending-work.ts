/** What goes on behind the answers and must be done before the end. */
export interface PendingWork {
  /** Never rejects on its behalf: whoever started it has handled its failure. */
  track(work: PromiseLike<unknown>): void;
  /** Resolves when what is under way now is done; `undefined` when nothing is. */
  soFar(): Promise<unknown> | undefined;
  /** Resolves when nothing is left. */
  settled(): Promise<void>;
}

/** Makes an empty one. */
export function createPendingWork(): PendingWork {
  const pending = new Set<Promise<unknown>>();
  return {
    track(work) {
      const done: Promise<unknown> = Promise.resolve(work)
        .catch(() => undefined)
        .then((): void => { pending.delete(done); });
      pending.add(done);
    },
    soFar: () => (pending.size === 0 ? undefined : Promise.all([...pending])),
    async settled() {
      while (pending.size > 0) await Promise.all([...pending]);
    },
  };
}
