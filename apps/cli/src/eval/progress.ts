import type { OutputStream } from '../command-io.js';

/** Says now and then how far a long run has come. */
export interface Progress {
  tell(count: number): Promise<void>;
  end(): Promise<void>;
}

/** Milliseconds between two words about it. */
const INTERVAL_MS = 1_000;

/** Makes one for a terminal; anywhere else, and when quiet, it says nothing. */
export function createProgress(stderr: OutputStream, isQuiet: boolean, now: () => number = () => performance.now()): Progress {
  const startedAt = now();
  let toldAt = startedAt;
  return {
    async tell(count) {
      const time = now();
      if (isQuiet || !stderr.isTty || time - toldAt < INTERVAL_MS) return;
      toldAt = time;
      await stderr.write(`\r${count} texts, ${((1000 * count) / (time - startedAt)).toPrecision(3)}/s `).catch(() => undefined);
    },
    async end() {
      if (toldAt !== startedAt) await stderr.write('\n').catch(() => undefined);
    },
  };
}
