import { resourceUsage } from 'node:process';

import type { Config } from '@discord-intelligence/config';
import type { AnalysisReport } from '@discord-intelligence/pipeline';

import type { CommandIo } from '../command-io.js';
import { nameInput } from '../input/read-input.js';
import type { AnalyzeOptions } from '../options/analyze-options.js';
import type { InputOutcome } from '../output/result-writer.js';
import { complain } from '../output/complain.js';
import { describeDuration } from '../render/words.js';
import { toSafeText } from '../terminal/safe-text.js';

/** Tells on the error stream how the work goes: errors always, the rest as `-q` and `-v` say. */
export interface Reporter {
  begin(config: Config, inputs: readonly string[]): Promise<void>;
  tell(outcome: InputOutcome): Promise<void>;
  end(): Promise<void>;
}

/** Makes the reporter of one command. */
export function createReporter(io: CommandIo, { quiet, verbose }: AnalyzeOptions): Reporter {
  const say = (text: string) => io.stderr.write(`${toSafeText(text)}\n`).catch(() => undefined);
  return {
    async begin({ warnings, sources }, inputs) {
      if (verbose) {
        await say(describeSources(sources));
        for (const warning of warnings) await say(`Note: ${warning}`);
      } else if (!quiet && warnings.length > 0) {
        await say(`Note: something is odd about the settings; see it with: discord-intelligence config print`);
      }
      if (!quiet && inputs.includes('-') && io.stdin.isTty) {
        await say('Reading from the terminal: type or paste the text, then end it with Ctrl-D on a line of its own.');
      }
    },
    async tell(outcome) {
      if ('error' in outcome) await complain(io.stderr, outcome.error.message);
      else {
        for (const failure of failuresOf(outcome.report)) await complain(io.stderr, `${nameInput(outcome.input)}: ${failure}`);
        if (verbose) await say(`${nameInput(outcome.input)}: ${describeTimings(outcome.report)}`);
      }
    },
    async end() {
      if (verbose) await say(`Memory at its highest: ${Math.round(resourceUsage().maxRSS / 1024)} MiB`);
    },
  };
}

function failuresOf({ outcomes }: AnalysisReport): string[] {
  return Object.entries(outcomes).flatMap(([name, { status, reason }]) =>
    status === 'failed' ? [`the analysis of ${name} failed: ${reason ?? 'no reason was given'}`] : [],
  );
}

function describeTimings({ outcomes, duration_ms, text }: AnalysisReport): string {
  const parts = Object.entries(outcomes).map(([name, outcome]) => `${name} ${describeDuration(outcome.duration_ms)}`);
  return `${text.characters} characters in ${describeDuration(duration_ms)} (${parts.join(', ')})`;
}

function describeSources(sources: Config['sources']): string {
  const set = Object.entries(sources).filter(([, source]) => source !== 'default');
  return set.length === 0
    ? 'Settings: all at their defaults'
    : `Settings: ${set.map(([name, source]) => `${name} (${source})`).join(', ')}; the others at their defaults`;
}
