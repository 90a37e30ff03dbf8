/** Shown after the list of commands. */
export const PROGRAM_HELP = `
Examples:
  discord-intelligence                                 analyse the bundled sample
  discord-intelligence analyze speech.txt              a report to read
  cat speech.txt | discord-intelligence analyze -      the same from standard input
  discord-intelligence analyze *.md --jsonl            one line of JSON for each file
  discord-intelligence doctor                          what works here

Exit codes: 0 done, 1 found what --fail-on asks for, 2 wrong command line or
settings, 3 an input cannot be read as text, 4 an analysis failed, 70 a defect,
130 interrupted.`;

/** Shown after the options of `analyze`. */
export const ANALYZE_HELP = `
Examples:
  discord-intelligence analyze speech.txt --only fallacies,sentiment
  discord-intelligence analyze speech.txt --md --out report.md
  discord-intelligence analyze draft.md --fail-on high -q > report.txt
  discord-intelligence analyze - --json < speech.txt
  discord-intelligence analyze speech.txt --base-url http://127.0.0.1:11434/v1 --model llama3.1

With OPENROUTER_API_KEY, OPENAI_API_KEY, OPENAI_BASE_URL or --base-url a language
model is asked first, and the text is sent there; OPENAI_API_KEY goes with it.
When it fails, patterns answer and the report says so.

Inputs are UTF-8, or UTF-16 with a byte order mark. The result goes to standard
output (or to --out), everything else to the error stream. When several inputs
are given, one that cannot be read does not stop the others.`;

/** Shown after the options of `eval fallacy`. */
export const EVALUATE_HELP = `
Examples:
  discord-intelligence eval fallacy --gold texts.jsonl
  discord-intelligence eval fallacy --gold texts/ --pred found.jsonl --report report.md
  discord-intelligence eval fallacy --gold texts/ --score found.jsonl --json
  discord-intelligence eval fallacy --gold texts/ --method hybrid --limit 200 --model llama3.1 --base-url http://127.0.0.1:11434/v1

A line of --gold is {"id", "source", "text", "labels": [{"type", "start"?, "end"?}]};
one of --pred and --score is {"id", "labels", "score"?, "ranked"?}. A line that
cannot be read is named and left out, and the command ends with 3. Ctrl-C ends the
run, and what was done by then is scored.`;
