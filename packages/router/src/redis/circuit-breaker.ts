/** How a breaker is set up. */
export interface CircuitBreakerOptions {
  /**
   * Failures in a row that open it.
   * @default 5
   */
  readonly failures?: number;
  /**
   * Milliseconds between two failures that count. Commands that fail together tell of one pause, not of a sick server.
   * @default 0
   */
  readonly gapMs?: number;
  /**
   * Milliseconds between two probes while it is open.
   * @default 1000
   */
  readonly probeEveryMs?: number;
  /** One harmless command; it rejects when the server is still sick. */
  readonly probe: () => Promise<void>;
  /** Called when it opens or closes. */
  readonly onChange?: (isOpen: boolean) => void;
  /**
   * Milliseconds of a clock that never goes back.
   * @default performance.now
   */
  readonly now?: () => number;
}

/** Keeps callers from waiting for a sick server. */
export interface CircuitBreaker {
  readonly isOpen: boolean;
  succeed(): void;
  fail(): void;
  /** Probes now instead of later, if it is open. */
  probeSoon(): void;
  close(): void;
}

const DEFAULTS = { failures: 5, gapMs: 0, probeEveryMs: 1_000, now: () => performance.now() } as const;

/**
 * A breaker that closes by its own probes: no caller has to be the one who finds out whether the
 * server is back. The timer does not keep the process alive.
 */
export function createCircuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  const { failures, gapMs, probeEveryMs, probe, onChange, now } = { ...DEFAULTS, ...options };
  let failed = 0;
  let countedAt = Number.NEGATIVE_INFINITY;
  let isOpen = false;
  let isProbing = false;
  let isEnded = false;
  const hasEnded = () => isEnded;
  let timer: NodeJS.Timeout | undefined;

  const setOpen = (value: boolean) => {
    if (isOpen === value) return;
    isOpen = value;
    onChange?.(value);
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void tryProbe(), probeEveryMs);
    timer.unref();
  };
  const tryProbe = async () => {
    if (isProbing || !isOpen || hasEnded()) return;
    isProbing = true;
    try {
      await probe();
      failed = 0;
      if (!hasEnded()) setOpen(false);
    } catch {
      if (!hasEnded()) schedule();
    } finally {
      isProbing = false;
    }
  };

  return {
    get isOpen() {
      return isOpen;
    },
    succeed() {
      failed = 0;
    },
    fail() {
      if (isOpen || hasEnded()) return;
      const at = now();
      if (failed > 0 && at - countedAt < gapMs) return;
      countedAt = at;
      failed += 1;
      if (failed < failures) return;
      setOpen(true);
      schedule();
    },
    probeSoon() {
      clearTimeout(timer);
      void tryProbe();
    },
    close() {
      isEnded = true;
      clearTimeout(timer);
    },
  };
}
