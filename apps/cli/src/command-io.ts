import type { Config } from '@discord-intelligence/config';
import type { AnalyzeText } from '@discord-intelligence/pipeline';

/** A stream the command writes to. */
export interface OutputStream {
  readonly isTty: boolean;
  /** Width of the terminal in columns; undefined where there is no terminal. */
  readonly columns: number | undefined;
  /**
   * Writes and waits until the text is handed over.
   *
   * @throws CliError `output_closed` when nobody reads any more, `output_failed` when the system refuses.
   */
  write(text: string): Promise<void>;
}

/** The stream that `-` stands for. */
export interface InputStream {
  readonly isTty: boolean;
  /** Its bytes until the end; the signal ends the wait for more. */
  read(signal: AbortSignal): AsyncIterable<Uint8Array>;
}

/** What analyses texts, and what it holds open for that. */
export interface Analyzer extends AsyncDisposable {
  readonly analyze: AnalyzeText;
}

/** What an analyser is made for. */
export interface AnalyzerSettings {
  readonly config: Config;
  readonly model?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly isOffline?: boolean | undefined;
}

/** Everything the command knows of the world around it, so that tests can be that world. */
export interface CommandIo {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Conventions of the terminal (`NO_COLOR`, `TERM`, `PATH`); settings come from `loadConfig`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Loaded only by the commands that need settings. @throws ConfigError when settings cannot be used. */
  readonly loadConfig: () => Promise<Config>;
  /**
   * Makes what analyses the texts; loads the tools, so only commands that analyse call it.
   *
   * @param settings - Without them it works offline.
   * @throws CliError `usage` when a language model is asked for that the settings do not lead to.
   */
  readonly createAnalyzer: (settings?: AnalyzerSettings) => Promise<Analyzer>;
}
