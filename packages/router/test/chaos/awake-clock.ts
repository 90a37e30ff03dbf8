/** Milliseconds between two looks. */
const STEP_MS = 20;

/** What one turn of the loop counts at most, in milliseconds. */
const LONGEST_TURN_MS = 2 * STEP_MS;

/** Milliseconds in which this process ran: on a machine that gives it no time, deadlines are late by no fault of the router. */
export interface AwakeClock extends Disposable {
  now(): number;
}

/** Starts the clock. */
export function startAwakeClock(): AwakeClock {
  let counted = 0;
  let lookedAt = performance.now();
  const turn = (): number => Math.min(performance.now() - lookedAt, LONGEST_TURN_MS);
  const timer = setInterval(() => {
    counted += turn();
    lookedAt = performance.now();
  }, STEP_MS);
  return {
    now: () => counted + turn(),
    [Symbol.dispose]: () => { clearInterval(timer); },
  };
}
