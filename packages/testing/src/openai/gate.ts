/** Holds something back until a test opens it: no sleeps needed. */
export interface Gate {
  /** Resolves when the fake stands before the gate. */
  readonly reached: Promise<void>;
  /** Lets through, now and later. */
  open(): void;
  /** For the fake: says that it has arrived, and waits. */
  pass(): Promise<void>;
}

/**
 * Makes a closed gate.
 *
 * @example
 * const held = gate();
 * openai.queue({ ...json({ ok: true }), gate: held });
 * const answer = fetch(url);
 * await held.reached; // the request has arrived, nothing is answered yet
 * held.open();
 */
export function gate(): Gate {
  let arrive: () => void = () => undefined;
  let open: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => { arrive = resolve; });
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return {
    reached,
    open: () => { open(); },
    pass() {
      arrive();
      return opened;
    },
  };
}
