import { createTextDocument, type TextDocument } from '@discord-intelligence/analysis-tool';
import { createAnalysisTools, createTextAnalyzer } from '@discord-intelligence/pipeline';
// The peer is CommonJS without types.
import vader from 'vader-sentiment';

import { makeText } from '../harness/corpus.js';
import { measure, type Subject } from '../harness/measure.js';
import { renderTable, short } from '../harness/table.js';

const LENGTH = 1_000_000;
const TARGET = 2;

/** How fast texts are analysed offline: each tool alone on a ready document, all of them together on a text. */
export async function benchOfflineAnalysis(): Promise<string> {
  const text = makeText(LENGTH);
  const tools = createAnalysisTools();
  const analyze = createTextAnalyzer({ tools });
  const ready = split(createTextDocument(text));

  const subjects: Subject[] = [
    { name: 'words and sentences', run: () => split(createTextDocument(text)) },
    { name: 'fallacies', run: () => tools.fallacies.analyze(ready) },
    { name: 'perspectives', run: () => tools.perspectives.analyze(ready) },
    { name: 'sentiment', run: () => tools.sentiment.analyze(ready) },
    { name: 'topics', run: () => tools.topics.analyze(ready) },
    { name: 'routing', run: () => tools.routing.analyze({ text: ready }) },
    { name: 'analyzeText, all of it', run: () => analyze(text) },
    { name: 'peer: vader-sentiment, sentence by sentence', run: () => { ready.sentences.forEach(({ start, end }) => vader.SentimentIntensityAnalyzer.polarity_scores(text.slice(start, end))); } },
  ];
  const timings = await measure(subjects, { rounds: 9, warmUps: 2 });
  const whole = timings.get('analyzeText, all of it')?.median ?? Number.NaN;
  const rows = [...timings].map(([name, { median, p99 }]) => [name, short(median), short(p99), short(LENGTH / 1000 / median), short(median / whole)]);
  return [
    renderTable(`Offline analysis of ${short(LENGTH / 1e6)} MB of English`, ['subject', 'median ms', 'p99 ms', 'MB/s', 'share of all'], rows),
    `all tools together against the target of ${TARGET} MB/s: ${short(LENGTH / 1000 / whole / TARGET)} times`,
  ].join('\n');
}

/** Whether time grows with the length of the text and not faster, hostile texts included. */
export async function benchLinearity(): Promise<string> {
  const analyze = createTextAnalyzer();
  const kinds: [name: string, make: (length: number) => string][] = [
    ['English', makeText],
    ['one letter', (length) => 'a'.repeat(length)],
    ['words of one letter', (length) => 'a '.repeat(length / 2)],
    ['brackets', (length) => '('.repeat(length)],
    ['a word of many patterns', (length) => 'you '.repeat(length / 4)],
    ['quotation marks', (length) => '" a '.repeat(length / 4)],
    ['astral characters', (length) => '𝒶 '.repeat(length / 3)],
  ];
  const rows: string[][] = [];
  for (const [name, make] of kinds) {
    const [small, large] = [make(150_000), make(600_000)];
    const timings = await measure([{ name: 'small', run: () => analyze(small) }, { name: 'large', run: () => analyze(large) }], { rounds: 5, warmUps: 1 });
    const [one, four] = [timings.get('small')?.median ?? Number.NaN, timings.get('large')?.median ?? Number.NaN];
    rows.push([name, short(one), short(four), short(four / one)]);
  }
  return renderTable('Growth: four times the text (linear is 4)', ['text', '150 KB, ms', '600 KB, ms', 'ratio'], rows);
}

/** Makes a document split its text, which it otherwise does when first asked. */
function split(document: TextDocument): TextDocument {
  if (document.sentences.length === 0) throw new Error('the corpus has no sentences');
  return document;
}
