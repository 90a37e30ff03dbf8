import { type AnalyzeText, createLanguageModels, createTextAnalyzer, planLanguageModels } from '@discord-intelligence/pipeline';

import type { AnalyzerSettings } from './command-io.js';
import { CliError } from './errors.js';

/** Somebody waits for it and can press Ctrl-C. */
const DEADLINE_MS = 600_000;

/**
 * Makes what analyses the texts.
 *
 * @throws CliError `usage` when a language model is asked for that the settings do not lead to.
 */
export async function createAnalyzer(settings?: AnalyzerSettings): Promise<AnalyzeText> {
  if (settings === undefined) return createTextAnalyzer();
  const { config, model, baseUrl, isOffline = false } = settings;
  const { maxCharacters } = config.analysis;
  if (isOffline) return createTextAnalyzer({ maxCharacters });
  const choice = { model, baseUrl, deadlineMs: DEADLINE_MS };
  const plan = planLanguageModels(config, choice);
  if (plan.provider === 'none' && (model !== undefined || baseUrl !== undefined)) {
    throw new CliError('usage', `no language model can be asked: ${plan.reason}`);
  }
  return createTextAnalyzer({ maxCharacters, languageModels: await createLanguageModels(config, choice) });
}
