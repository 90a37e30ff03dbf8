import type { AnalysisReport, AnalyzeText } from '@discord-intelligence/pipeline';

import { buildReport } from './build-report.js';

/** An analysis that the test holds in its hands. */
export interface HeldAnalysis {
  readonly text: string;
  readonly signal: AbortSignal | undefined;
  finish(report?: AnalysisReport): void;
  fail(error: Error): void;
}

/** An analyser whose analyses end when the test says so. */
export interface HeldAnalyzer {
  readonly analyze: AnalyzeText;
  /** Every analysis begun, oldest first. */
  readonly begun: readonly HeldAnalysis[];
  /** Waits until so many analyses were begun; answers the last of them. */
  whenBegun(count: number): Promise<HeldAnalysis>;
}

export function createHeldAnalyzer(): HeldAnalyzer {
  const begun: HeldAnalysis[] = [];
  const waiting = new Set<() => void>();
  return {
    begun,

    analyze: (input, { signal } = {}) =>
      new Promise((resolve, reject) => {
        begun.push({
          text: typeof input === 'string' ? input : input.text,
          signal,
          finish: (report = buildReport()) => {
            resolve(report);
          },
          fail: reject,
        });
        for (const look of waiting) look();
      }),

    whenBegun: (count) =>
      new Promise((resolve) => {
        const look = () => {
          const last = begun[count - 1];
          if (!last) return;
          waiting.delete(look);
          resolve(last);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** An analyser that has one report for every text. */
export function alwaysReport(report: AnalysisReport): AnalyzeText {
  return () => Promise.resolve(report);
}
