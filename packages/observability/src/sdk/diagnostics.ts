import { diag, DiagLogLevel } from '@opentelemetry/api';

/** Tells what goes wrong with telemetry itself, at most once a minute. */
export interface Diagnostics {
  warn(message: string): void;
  /** Lets OpenTelemetry's own diagnostics speak through these, instead of through whoever listened before. */
  listen(): void;
}

const QUIET_MS = 60_000;

/**
 * Makes the diagnostics. They hold no payload: what OpenTelemetry says is cut to its first line and scrubbed.
 */
export function createDiagnostics({
  write,
  scrub,
  now = Date.now,
}: {
  readonly write: (message: string) => void;
  readonly scrub: (text: string) => string;
  readonly now?: () => number;
}): Diagnostics {
  let quietUntil = 0;
  let unsaid = 0;

  const warn = (message: string) => {
    if (now() < quietUntil) {
      unsaid += 1;
      return;
    }
    quietUntil = now() + QUIET_MS;
    const more = unsaid > 0 ? ` (and ${unsaid} more since the last minute)` : '';
    unsaid = 0;
    try {
      write(`Telemetry: ${scrub(message.slice(0, 600)).slice(0, 300)}${more}`);
    } catch {
      // whoever listens must not break what it listens to
    }
  };
  const say = (message: unknown) => {
    warn(String(message).split('\n', 1)[0] ?? '');
  };
  const ignore = () => undefined;
  return {
    warn,
    listen() {
      diag.setLogger({ error: say, warn: say, info: ignore, debug: ignore, verbose: ignore }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
    },
  };
}
