/**
 * Judges the detectors on annotated texts, by five-fold cross-validation.
 *
 *   npm run evaluate -- --data DIR [--preset sensitive] [--predictions FILE] [--report FILE]
 */
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { createTextDocument } from '@discord-intelligence/analysis-tool';

import { createCueDetector } from '../src/cue-detector.js';
import { type Evaluation, evaluateTexts, gateCurve, renderReport, toScoredText } from '../src/evaluation.js';
import { DEFAULT_GATE } from '../src/fallacy-tool.js';

import { crossValidate } from './cross-validate.js';
import { type DevItem, exampleOf, ownExamples, readDev } from './examples.js';

const USAGE = 'usage: evaluate --data DIR [--preset precise|sensitive] [--predictions FILE] [--report FILE] [--bootstrap ROUNDS]';
const { data, preset, predictions, report, bootstrap } = parseArgs({
  options: { data: { type: 'string' }, preset: { type: 'string', default: 'precise' }, predictions: { type: 'string' }, report: { type: 'string' }, bootstrap: { type: 'string' } },
}).values;
if (data === undefined || (preset !== 'precise' && preset !== 'sensitive')) throw new Error(USAGE);
const rounds = Number(bootstrap ?? (report === undefined ? 0 : 1_000));
if (!Number.isSafeInteger(rounds) || rounds < 0) throw new Error(USAGE);

const dev = readDev(data);
if (dev.length === 0) throw new Error(`no annotated texts in ${data}`);
const own = ownExamples();
const predicted = crossValidate([...own, ...dev.map(exampleOf)], (fold) => {
  console.error(`fold ${fold + 1} done`);
});
// What only teaches names, such as descriptions, is no text to be judged by.
const judgedOwn = [...own.keys()].filter((row) => own[row]!.isForNaming !== true);
const items: readonly Omit<DevItem, 'lic'>[] = [...judgedOwn.map((row) => own[row]!).map(({ id, text, types }) => ({ id, source: 'own', text, labels: types.map((type) => ({ type })) })), ...dev];
const unseen = [...judgedOwn.map((row) => predicted[row]!), ...predicted.slice(own.length)];

const cues = createCueDetector();
const byCues = items.map(({ text }) => ({ labels: cues.detect(createTextDocument(text)).map(({ type, start, end, probability }) => ({ type, start, end, confidence: probability })) }));
const evaluate = (said: readonly Parameters<typeof toScoredText>[1][], extra = {}): Evaluation => evaluateTexts(items.map((item, row) => toScoredText(withoutUndefined(item), said[row])), { rounds, ...extra });
const gate = gateCurve(items.map(({ source, labels }, row) => ({ source, isFallacious: labels.some(({ type }) => type !== null), suspicion: unseen[row]!.suspicion })), [0.2, 0.25, DEFAULT_GATE, 0.35, 0.4, 0.5]);

const trained = evaluate(unseen.map((said) => said[preset]), { gate });
print(`trained, ${preset}`, trained.score);
const alone = evaluate(byCues);
print('cues alone', alone.score);
print('silent', trained.baselines.silent);
print('always', trained.baselines.always);

if (predictions !== undefined) writeFileSync(predictions, dev.map(({ id }, row) => JSON.stringify({ id, ...unseen[judgedOwn.length + row]![preset] })).join('\n'));
if (report !== undefined) {
  const other = preset === 'precise' ? 'sensitive' : 'precise';
  const { markdown, pictures } = renderReport(trained, {
    title: 'How well the offline detector finds fallacies',
    introduction: introduce(report),
    stem: basename(report, '.md'),
    others: { [`the preset \`${other}\``]: evaluate(unseen.map((said) => said[other])), 'cues alone': alone },
  });
  writeFileSync(report, markdown);
  for (const [name, svg] of Object.entries(pictures)) writeFileSync(join(dirname(report), name), svg);
}

/** What a reader has to know before the figures. */
function introduce(target: string): string[] {
  const free = dev.filter(({ lic }) => lic === 'A').length;
  return [
    `Made by \`npm run evaluate -- --data DIR${preset === 'precise' ? '' : ` --preset ${preset}`} --report ${target}\`; not edited by hand. The annotated texts are not part of the repository, because most of them may not be passed on.`,
    `**${items.length} texts**: ${judgedOwn.length} of our own corpus (\`own\`) and ${dev.length} of ${new Set(dev.map(({ source }) => source)).size} public sets, of which ${free} are freely licensed. Five-fold cross-validation: every text is judged by a model that was trained, as the package's is, on our own corpus and on freely licensed texts, but on nothing of its fold; what belongs to one thread, article or topic is in one fold. Texts that are not freely licensed were never trained on by any of these models. The thresholds, which are the package's (preset \`${preset}\`), and the calibration were chosen on the same texts, so what they decide is a little flattering.`,
    '`globalvoices` (news) and `reddit_random` (forum) were never annotated and are presumed clean; the clean texts of `reddit_sahai` and `touche26` were picked because somebody had called them fallacious. In `elecdeb`, `logic`, `logicclimate` and `missci` every text holds a fallacy.',
  ];
}

function print(name: string, { sources }: Evaluation['score']): void {
  console.log(`\n${name}`);
  console.log('source            texts      P      R     F1  alarms  AUROC  top-1  span F1 at levels 0, 1, 2');
  for (const { source, texts, detection, naming, passages } of sources) {
    const figures = [detection.precision?.value, detection.recall?.value, detection.f1?.value, detection.falseAlarms?.value, detection.auroc, naming?.top1?.value].map((figure) => (figure === undefined ? '-' : figure.toFixed(3)).padStart(7));
    console.log(`${source.padEnd(16)} ${String(texts).padStart(6)} ${figures.join('')}  ${passages?.map(({ all }) => all.f1?.value.toFixed(3) ?? '-').join(' ') ?? ''}`);
  }
}

/** Under exactOptionalPropertyTypes what is not there must not be there as undefined. */
function withoutUndefined({ source, text, labels, native }: Omit<DevItem, 'lic'>) {
  return { source, text, labels: labels.map((label) => ({ ...label })), ...(native && { native: [...native] }) };
}
