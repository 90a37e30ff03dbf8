import type { AnalysisReport } from '@discord-intelligence/pipeline';

import type { CliError } from '../errors.js';
import { nameInput } from '../input/read-input.js';
import type { ReportFormat } from '../options/analyze-options.js';
import type { Layout } from '../render/layout.js';
import { renderMarkdown } from '../render/render-markdown.js';
import { renderText } from '../render/render-text.js';
import { toSafeJson } from '../terminal/safe-text.js';

/** What became of one input. */
export type InputOutcome =
  | { readonly input: string; readonly report: AnalysisReport }
  | { readonly input: string; readonly error: CliError };

/** Takes the outcomes one by one and gives them out in one form. */
export interface ResultWriter {
  add(outcome: InputOutcome): Promise<void>;
  /** Called once after the last outcome. */
  finish(): Promise<void>;
}

/** What the form of a result depends on. */
export interface ResultWriterOptions {
  readonly format: ReportFormat;
  /** Whether there is one input; its JSON is then the report itself and no list. */
  readonly isSingle: boolean;
  /** Heads the report in place of the input's name. */
  readonly title: string | undefined;
  readonly layout: Layout;
  readonly write: (text: string) => Promise<void>;
}

/** Makes the writer of a form. All but a list in JSON are written as soon as they are there. */
export function createResultWriter(options: ResultWriterOptions): ResultWriter {
  return options.format === 'json' && !options.isSingle ? createListWriter(options) : createStreamWriter(options);
}

function createListWriter({ write }: ResultWriterOptions): ResultWriter {
  const documents: unknown[] = [];
  return {
    add: async (outcome) => {
      documents.push(toDocument(outcome));
    },
    finish: () => write(`${toSafeJson(documents, 2)}\n`),
  };
}

function createStreamWriter({ format, title, layout, write }: ResultWriterOptions): ResultWriter {
  let isFirst = true;
  return {
    async add(outcome) {
      if (format === 'jsonl') return write(`${toSafeJson(toDocument(outcome))}\n`);
      // Whoever reads the other forms reads the errors on the error stream.
      if ('error' in outcome) return;
      const { input, report } = outcome;
      const name = title ?? nameInput(input);
      const separator = isFirst ? '' : '\n';
      isFirst = false;
      switch (format) {
        case 'json':
          return write(`${toSafeJson(report, 2)}\n`);
        case 'markdown':
          return write(separator + renderMarkdown(report, name));
        case 'text':
          return write(separator + renderText(report, name, layout));
      }
    },
    finish: async () => undefined,
  };
}

/** One of several: the report's own fields after the name of its input, or why there is none. */
function toDocument(outcome: InputOutcome): unknown {
  const { input } = outcome;
  if ('report' in outcome) return { input, ...outcome.report };
  return { input, error: { code: outcome.error.code, message: outcome.error.message } };
}
