/** Outcomes of one deployment in the last window. */
export interface OutcomeWindow {
  add(outcome: 'success' | { readonly errorClass: string }): void;
  /** Counted requests; failures of classes that are no evidence are not among them. */
  total(): number;
  /** Failures, of one class when it is named. */
  failures(errorClass?: string): number;
  /** Failures since the last success, none of them a window apart from the next. */
  streak(): number;
  clear(): void;
}

interface Slice {
  readonly index: number;
  total: number;
  readonly failures: Map<string, number>;
}

/** Parts of a window: it slides in steps of a sixth. */
const SLICES = 6;

/** Makes an empty window. Failure classes are a closed set, so that the counters stay few. */
export function createOutcomeWindow(windowMs: number, now: () => number): OutcomeWindow {
  const sliceMs = Math.max(1, windowMs / SLICES);
  let slices: Slice[] = [];
  let streak = 0;
  let failedAt = Number.NEGATIVE_INFINITY;
  const current = () => {
    const index = Math.floor(now() / sliceMs);
    if (slices.length > 0 && slices[0]!.index <= index - SLICES) slices = slices.filter((slice) => slice.index > index - SLICES);
    return index;
  };

  return {
    add(outcome) {
      const index = current();
      let slice = slices.at(-1);
      if (!slice || slice.index < index) {
        slice = { index, total: 0, failures: new Map() };
        slices.push(slice);
      }
      slice.total += 1;
      if (outcome === 'success') {
        streak = 0;
        return;
      }
      streak = now() - failedAt > windowMs ? 1 : streak + 1;
      failedAt = now();
      slice.failures.set(outcome.errorClass, (slice.failures.get(outcome.errorClass) ?? 0) + 1);
    },
    total() {
      current();
      return slices.reduce((sum, slice) => sum + slice.total, 0);
    },
    failures(errorClass) {
      current();
      let sum = 0;
      for (const slice of slices) {
        if (errorClass === undefined) for (const count of slice.failures.values()) sum += count;
        else sum += slice.failures.get(errorClass) ?? 0;
      }
      return sum;
    },
    streak: () => (now() - failedAt > windowMs ? 0 : streak),
    clear() {
      slices = [];
      streak = 0;
    },
  };
}
