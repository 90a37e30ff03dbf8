import { createLanguageModels, createTextAnalyzer, planLanguageModels } from '@discord-intelligence/pipeline';

import type { Analyzer, AnalyzerSettings } from './command-io.js';
import { CliError } from './errors.js';

/** Somebody waits for it and can press Ctrl-C. */
const DEADLINE_MS = 600_000;

/**
 * Makes what analyses the texts.
 *
 * @throws CliError `usage` when a language model is asked for that the settings do not lead to; RouterConfigError when the router's file cannot be used.
 */
export async function createAnalyzer(settings?: AnalyzerSettings): Promise<Analyzer> {
  if (settings === undefined) return offline();
  const { config, model, baseUrl, isOffline = false } = settings;
  const { maxCharacters } = config.analysis;
  if (isOffline) return offline(maxCharacters);
  const choice = { model, baseUrl, deadlineMs: DEADLINE_MS };
  const plan = planLanguageModels(config, choice);
  if (plan.provider === 'none' && (model !== undefined || baseUrl !== undefined)) {
    throw new CliError('usage', `no language model can be asked: ${plan.reason}`);
  }
  const languageModels = await createLanguageModels(config, { ...choice, plan });
  return {
    analyze: createTextAnalyzer({ maxCharacters, languageModels }),
    [Symbol.asyncDispose]: async () => languageModels?.[Symbol.asyncDispose](),
  };
}

function offline(maxCharacters?: number): Analyzer {
  return { analyze: createTextAnalyzer(maxCharacters === undefined ? {} : { maxCharacters }), [Symbol.asyncDispose]: () => Promise.resolve() };
}
