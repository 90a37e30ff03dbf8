/** Work that was begun and that nobody awaits. */
export interface TaskSet {
  /** How many tasks are not done. */
  readonly size: number;
  /** Keeps account of a task until it settles; the task must not reject. */
  add(task: Promise<void>): void;
  /**
   * Waits until no task is left, also of those that are added meanwhile.
   *
   * @param timeoutMs - Longest wait in milliseconds.
   * @returns Whether none is left.
   */
  settled(timeoutMs: number): Promise<boolean>;
}

export function createTaskSet(): TaskSet {
  const tasks = new Set<Promise<void>>();
  return {
    get size() {
      return tasks.size;
    },

    add(task) {
      tasks.add(task);
      void task.finally(() => tasks.delete(task));
    },

    async settled(timeoutMs) {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<false>((resolve) => {
        timer = setTimeout(resolve, timeoutMs, false);
      });
      try {
        while (tasks.size > 0) {
          if ((await Promise.race([Promise.allSettled(tasks), timeout])) === false) return false;
        }
        return true;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
