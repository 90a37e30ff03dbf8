import type { Figure } from './bootstrap.js';
import type { DetectionScore } from './detection-score.js';
import type { Evaluation } from './evaluate-texts.js';
import { describeMs } from './plots/timing-plot.js';
import type { SourceScore } from './score-texts.js';

/** The figures as text for a terminal: a block for each set, then what it all comes to. */
export function renderTable({ score, baselines, timing, textsPerSecond, spending, scoreCalibration, confidenceCalibration }: Evaluation): string {
  const blocks = score.sources.map((source, index) => renderSource(source, baselines.silent.sources[index]!, baselines.always.sources[index]!));
  const { precision, recall, f1, macroF1, falseAlarms, microF1, namingMacroF1 } = score.summary;
  const alarms = score.sources.flatMap(({ source, detection }) => (detection.falseAlarms ? [`${plainName(source)} ${detection.falseAlarms.value.toFixed(3)}`] : []));
  const summary = [
    '## all sets',
    `detection, mean over sets with both kinds  P ${plain(precision)}  R ${plain(recall)}  F1 ${plain(f1)}  macroF1 ${plain(macroF1)}  FPR ${plain(falseAlarms)}`,
    `types, mean over sets                      microF1 ${plain(microF1)}  macroF1 ${plain(namingMacroF1)}`,
    ...(alarms.length > 0 ? [`FPR  ${alarms.join(', ')}`] : []),
    ...(scoreCalibration ? [`calibration of the score        ECE ${plain(scoreCalibration.error)}  Brier ${plain(scoreCalibration.brier)}  (${scoreCalibration.count} texts)`] : []),
    ...(confidenceCalibration ? [`calibration of the confidence   ECE ${plain(confidenceCalibration.error)}  Brier ${plain(confidenceCalibration.brier)}  (${confidenceCalibration.count} findings)`] : []),
    ...(timing ? [`time for one text               p50 ${describeMs(timing.p50Ms)}  p95 ${describeMs(timing.p95Ms)}  p99 ${describeMs(timing.p99Ms)}${textsPerSecond === undefined ? '' : `  ${Number(textsPerSecond.toPrecision(3))} texts/s`}`] : []),
    ...(spending ? [describeSpending(spending)] : []),
  ];
  return `${[...blocks, summary.join('\n')].join('\n\n')}\n`;
}

/** What a run with a language model came to, in one line. */
export function describeSpending({ texts, calls, spared, degraded, tokens, costUsd }: NonNullable<Evaluation['spending']>): string {
  const share = texts === 0 ? 0 : Math.round((100 * spared) / texts);
  return `language model                  ${calls} calls, ${spared} of ${texts} texts spared (${share} %), ${degraded} answered offline in its place, ${tokens} tokens, ${costUsd === undefined ? 'no price known' : `$${costUsd.toFixed(6)}`}`;
}

/** A name from a file, with nothing in it that a terminal or Markdown could act on. */
export function plainName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N} ._:-]/gu, '?').slice(0, 60);
}

function renderSource({ source, texts, detection, naming, passages = [] }: SourceScore, silent: SourceScore, always: SourceScore): string {
  return [
    `## ${plainName(source)}  n=${texts} (fallacious ${detection.fallacious}, clean ${detection.clean})`,
    `detection  ${describeDetection(detection)}`,
    `  silent   ${describeDetection(silent.detection)}`,
    `  always   ${describeDetection(always.detection)}`,
    ...(naming
      ? [
          `types(${naming.names})  microF1 ${describe(naming.microF1)}  macroF1 ${describe(naming.macroF1)}` +
            (naming.top1 ? `  forced top-1 ${describe(naming.top1)}  forced macroF1 ${describe(naming.top1MacroF1)}` : '') +
            `  out-of-inventory ${naming.beyondNames.toFixed(3)}`,
        ]
      : []),
    ...passages.flatMap(({ level, all, fallacious, silentF1 }) => [
      `span L${level}     P ${plain(all.precision)}  R ${plain(all.recall)}  F1 ${describe(all.f1)}  (silent ${plain(silentF1)})`,
      `  fallacious only  P ${plain(fallacious.precision)}  R ${plain(fallacious.recall)}  F1 ${describe(fallacious.f1)}`,
    ]),
  ].join('\n');
}

function describeDetection({ fallacious, clean, precision, recall, f1, macroF1, falseAlarms, auroc }: DetectionScore): string {
  const hasBoth = fallacious > 0 && clean > 0;
  return [
    ...(hasBoth ? [`P ${describe(precision)}`] : []),
    ...(fallacious > 0 ? [`R ${describe(recall)}`] : []),
    ...(hasBoth ? [`F1 ${describe(f1)}`, `macroF1 ${describe(macroF1)}`] : []),
    ...(clean > 0 ? [`FPR ${describe(falseAlarms)}`] : []),
    ...(auroc === undefined ? [] : [`AUROC ${plain(auroc)}`]),
  ].join('  ');
}

/** A figure with its interval. */
function describe(figure: Figure | undefined): string {
  if (figure === undefined) return '-';
  return figure.low === undefined || figure.high === undefined ? plain(figure.value) : `${plain(figure.value)} [${plain(figure.low)},${plain(figure.high)}]`;
}

function plain(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '-' : value.toFixed(3);
}
