import { setImmediate } from 'node:timers/promises';

import { addSpending, GoldItem, NO_SPENDING, type PredictedText, type Predictor, type RunSpending, type ScoredText, toScoredText } from '@discord-intelligence/fallacy-tool/evaluation';

import type { Sample } from './choose-sample.js';
import type { LineProblems } from './line-problems.js';
import { mapInOrder } from './map-in-order.js';
import type { PredictionFile } from './prediction-file.js';
import { readRecords } from './read-records.js';

/** What a run is made of. */
export interface RunOptions {
  readonly files: readonly string[];
  /** The lines to take of them; all without it. */
  readonly sample?: Sample | undefined;
  readonly predict: Predictor;
  readonly predictions?: PredictionFile | undefined;
  readonly problems: LineProblems;
  readonly concurrency: number;
  /** Ends the run; what is finished by then is given all the same. */
  readonly signal: AbortSignal;
  /** Called after each text. */
  readonly onText: (count: number) => Promise<void>;
}

/** What a run has come to. */
export interface TextRun {
  readonly texts: readonly ScoredText[];
  readonly durationsMs: readonly number[];
  readonly elapsedMs: number;
  readonly spending: RunSpending;
  /** Why it was given up before its end; undefined when it was not. */
  readonly givenUp: string | undefined;
}

/** So many failures without one answer, and the model is not there. */
const MOST_FAILURES = 8;
/** Texts after which other events, such as Ctrl-C, get their turn. */
const TURN = 16;

/** Predicts every text of the files. Of a text that is done only what its score needs is kept. */
export async function runTexts({ files, sample, predict, predictions, problems, concurrency, signal, onText }: RunOptions): Promise<TextRun> {
  const texts: ScoredText[] = [];
  const durationsMs: number[] = [];
  let spending: RunSpending = NO_SPENDING;
  let failures = 0;
  let givenUp: string | undefined;
  const startedAt = performance.now();
  // What is begun and not wanted any more is ended, whyever the loop is left.
  const stop = new AbortController();
  const onAbort = () => { stop.abort(signal.reason); };
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const work = async (item: GoldItem): Promise<readonly [GoldItem, PredictedText]> => [item, await predict(item.text, stop.signal)];

  try {
    for await (const [item, predicted] of mapInOrder(goldItems(files, sample, problems), work, { concurrency, signal: stop.signal })) {
      await predictions?.add(item.id, predicted);
      texts.push(toScoredText(item, predicted.prediction));
      durationsMs.push(predicted.durationMs);
      spending = addSpending(spending, predicted);
      await onText(texts.length);
      if (texts.length % TURN === 0) await setImmediate();
      if (predicted.degradedReason !== undefined) failures += 1;
      if (failures >= MOST_FAILURES && failures === spending.texts - spending.spared) {
        givenUp = predicted.degradedReason;
        break;
      }
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    stop.abort();
  }
  return { texts, durationsMs, elapsedMs: performance.now() - startedAt, spending, givenUp };
}

/** The annotated texts of the files, in their order; lines that hold none are told. */
export async function* goldItems(files: readonly string[], sample: Sample | undefined, problems: LineProblems): AsyncGenerator<GoldItem> {
  for (const file of files) {
    const chosen = sample?.get(file);
    let place = -1;
    for await (const record of readRecords(file, GoldItem)) {
      place += 1;
      if (chosen !== undefined && !chosen.has(place)) continue;
      if ('problem' in record) await problems.tell(file, record.number, record.problem);
      else yield record.value;
    }
  }
}
