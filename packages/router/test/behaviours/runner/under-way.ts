import type { ScriptedProvider } from '@discord-intelligence/testing';

/** Milliseconds to the first request, and without a further one, after which the calls count as under way. */
const FIRST_MS = 500;
const GAP_MS = 25;

/**
 * Waits until calls made in another process have reached the provider: a case that kills the process
 * 50 ms later speaks of calls that were sent, on a machine however slow.
 */
export async function waitUntilUnderWay(provider: ScriptedProvider, calls: Promise<void>): Promise<void> {
  const before = provider.requests.length;
  const over = { is: false };
  const end = (): void => {
    over.is = true;
  };
  const ended = calls.then(end, end);
  let seen = before;
  for (let limitMs = FIRST_MS; !over.is; limitMs = GAP_MS) {
    const known = seen;
    const arrived = provider.until('another request', () => provider.requests.length > known, { timeoutMs: limitMs }).then(
      () => true,
      () => false,
    );
    if (!(await Promise.race([arrived, ended.then(() => false)]))) return;
    seen = provider.requests.length;
  }
}
