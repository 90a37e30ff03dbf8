import { ANALYSIS_NAMES, type AnalysisOutcome, AnalysisReport, type AnalyzeText, type TextWithMetadata } from '@discord-intelligence/pipeline';

/** What a stub was asked. */
export interface AnalyzerCall {
  readonly input: TextWithMetadata;
  readonly only: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

/** An analyser that finds nothing, holds what it was asked, and can be made to wait or to throw. */
export interface StubAnalyzer {
  readonly analyzeText: AnalyzeText;
  readonly calls: readonly AnalyzerCall[];
}

/** Makes a stub; `before` runs for each text but the one of the self-check at the start. */
export function createStubAnalyzer(before: (call: AnalyzerCall) => unknown = () => undefined): StubAnalyzer {
  const calls: AnalyzerCall[] = [];
  let isStarted = false;
  const analyzeText: AnalyzeText = async (source, { only, signal = new AbortController().signal } = {}) => {
    const input = typeof source === 'string' ? { text: source } : source;
    const call = { input, only, signal };
    if (isStarted) {
      calls.push(call);
      await before(call);
    }
    isStarted = true;
    return AnalysisReport.parse({
      schema_version: '1.0',
      status: 'success',
      reason: null,
      text: { characters: input.text.length, words: 1, sentences: 1, language: 'en' },
      analysis: null,
      routing: null,
      outcomes: Object.fromEntries((only ?? ANALYSIS_NAMES).map((name) => [name, SUCCESS])),
      overview: null,
      duration_ms: 0,
    });
  };
  return { analyzeText, calls };
}

/** A step that ends with its signal only. */
export function untilAborted({ signal }: Pick<AnalyzerCall, 'signal'>): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

const SUCCESS: AnalysisOutcome = {
  status: 'success',
  analysis_method: 'pattern_matching',
  model: null,
  reason: null,
  limitations: [],
  attempts: 0,
  usage: null,
  cost_usd: 0,
  dropped_quotes: 0,
  duration_ms: 0,
};
