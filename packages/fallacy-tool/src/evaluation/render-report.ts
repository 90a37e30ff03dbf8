import type { Figure } from './bootstrap.js';
import type { Evaluation } from './evaluate-texts.js';
import type { GatePoint } from './gate-curve.js';
import { plotReliability } from './plots/reliability-plot.js';
import { plotRoc } from './plots/roc-plot.js';
import { describeMs, plotTiming } from './plots/timing-plot.js';
import { describeSpending, plainName } from './render-table.js';
import type { SourceScore } from './score-texts.js';

/** A report in Markdown and the pictures that it shows. */
export interface EvaluationReport {
  readonly markdown: string;
  /** SVG by file name; to be put beside the report. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** What a report says beside the figures. */
export interface ReportOptions {
  readonly title: string;
  /** Paragraphs that say what was measured and how. Markdown of the caller's own. */
  readonly introduction?: readonly string[];
  /** What the names of the pictures begin with. */
  readonly stem: string;
  /** Further tables: figures of other methods on the same texts, by their names. */
  readonly others?: Readonly<Record<string, Evaluation>>;
}

/** Writes a report with tables and pictures. */
export function renderReport(evaluation: Evaluation, { title, introduction = [], stem, others = {} }: ReportOptions): EvaluationReport {
  const { score, baselines, scoreCalibration, confidenceCalibration, curves, timing, textsPerSecond, spending, gate } = evaluation;
  const pictures: Record<string, string> = {};
  const show = (name: string, alternative: string, svg: string): string => {
    pictures[`${stem}-${name}.svg`] = svg;
    return `![${alternative}](${stem}-${name}.svg)`;
  };
  const named = score.sources.filter(({ naming }) => naming);
  const marked = score.sources.filter(({ passages }) => passages);
  const calibrations = { ...(scoreCalibration && { 'score of a text': scoreCalibration }), ...(confidenceCalibration && { 'confidence of a finding': confidenceCalibration }) };
  const sections = [
    `# ${title}`,
    ...introduction,
    '## Which texts hold a fallacy',
    'Figures in brackets are 95 % intervals (percentile bootstrap). “Silent” finds nothing anywhere, “always” something in every text: a method has to be better than both.',
    table(
      ['set', 'fallacious / clean', 'precision', 'recall', 'F1', 'false alarms', 'AUROC', 'F1 of always'],
      score.sources.map(({ source, detection }, index) => [
        plainName(source),
        `${detection.fallacious} / ${detection.clean}`,
        cell(detection.precision),
        cell(detection.recall),
        cell(detection.f1),
        cell(detection.falseAlarms),
        number(detection.auroc),
        cell(baselines.always.sources[index]?.detection.f1),
      ]),
    ),
    'The silent baseline has recall 0, F1 0 and no false alarm in every set; the one that always speaks has recall 1 and false alarms 1.',
    ...Object.entries(others).flatMap(([name, other]) => [`For comparison, ${name}:`, table(['set', 'precision', 'recall', 'F1', 'false alarms'], other.score.sources.map(({ source, detection }) => [plainName(source), cell(detection.precision), cell(detection.recall), cell(detection.f1), cell(detection.falseAlarms)]))]),
    ...(curves.length > 0 ? [show('roc', 'Recall against false alarms, one line for each set', plotRoc('Recall against false alarms', curves.map((one) => ({ ...one, name: plainName(one.name) })))), 'Lines show what other thresholds on the score would give; dots what is reported, by the model and the cues together.'] : []),
    ...(named.length > 0 ? ['## Which fallacy it is', NAMING, table(['set', 'names', 'top-1, forced', 'macro-F1, forced', 'micro-F1', 'macro-F1', 'outside its names'], named.map(namingRow))] : []),
    ...(marked.length > 0 ? ['## Where it stands', PASSAGES, table(['set', 'level', 'precision', 'recall', 'F1', 'F1 of silence', 'F1, fallacious texts only'], marked.flatMap(passageRows))] : []),
    ...(Object.keys(calibrations).length > 0 ? ['## Whether its probabilities can be believed', CALIBRATION, show('calibration', 'Probability given against share that was right', plotReliability('Reliability', calibrations))] : []),
    ...(gate && gate.length > 0 ? ['## What the gate before a language model saves', GATE, gateTable(gate)] : []),
    ...(timing
      ? ['## Time', `One text took ${describeMs(timing.p50Ms)} (median), ${describeMs(timing.p95Ms)} (p95), ${describeMs(timing.p99Ms)} (p99)${textsPerSecond === undefined ? '' : `; ${Number(textsPerSecond.toPrecision(3))} texts a second`}, on the machine that made this report.`, show('time', 'How many texts took how long', plotTiming('Time for one text', timing))]
      : []),
    ...(spending ? ['## Calls', `${describeSpending(spending).replace(/\s+/g, ' ')}.`] : []),
  ];
  return { markdown: `${sections.join('\n\n')}\n`, pictures };
}

const NAMING =
  'Over fallacious texts, in the names of each set. Forced: the likeliest name, whether or not anything was reported. The F1 figures count what was reported, so a fallacy that was not noticed counts as not named.';
const PASSAGES = 'By the formula of MAFALDA (Helwe et al., 2024): level 0 is any fallacy, 1 its family, 2 its type. Over all texts silence earns something where texts are clean, so the last column matters as much.';
const CALIBRATION =
  'Left, the score of a text against whether it is fallacious; right, the confidence of a finding against whether the text commits that very fallacy, at that place where places are marked. ECE is the mean distance from the dashed line. Sets differ in how many of their texts are fallacious, so no probability can be right in all of them.';
const GATE = 'Texts below the threshold would not be shown to the model. “Lost” is the share of fallacious texts among them, which nobody would find; “saved” the share of clean texts, each of which saves a call.';

function namingRow({ source, naming }: SourceScore): string[] {
  return [plainName(source), String(naming!.names), cell(naming!.top1), cell(naming!.top1MacroF1), cell(naming!.microF1), cell(naming!.macroF1), number(naming!.beyondNames)];
}

function passageRows({ source, passages }: SourceScore): string[][] {
  return passages!.map(({ level, all, fallacious, silentF1 }) => [plainName(source), String(level), number(all.precision), number(all.recall), cell(all.f1), number(silentF1), cell(fallacious.f1)]);
}

function gateTable(gate: readonly GatePoint[]): string {
  const rows = gate[0]!.rows.map(({ source }, index) => [plainName(source), ...gate.map(({ rows: at }) => `${number(at[index]!.lost, 2)} / ${number(at[index]!.saved, 2)}`)]);
  const all = ['all texts', ...gate.map(({ lost, saved }) => `${number(lost, 2)} / ${number(saved, 2)}`)];
  return table(['lost / saved', ...gate.map(({ threshold }) => `below ${threshold}`)], [...rows, all]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function cell(figure: Figure | undefined): string {
  if (figure === undefined) return '–';
  return figure.low === undefined || figure.high === undefined ? number(figure.value) : `${number(figure.value)} [${number(figure.low, 2)}, ${number(figure.high, 2)}]`;
}

function number(value: number | undefined, digits = 3): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
}
