/** Levels and their numbers: those of OpenTelemetry logs, which Logfire shares. */
export const LEVELS = { trace: 1, debug: 5, info: 9, notice: 10, warn: 13, error: 17, fatal: 21 } as const;

/** The name of a level. */
export type LevelName = keyof typeof LEVELS;

/** A level with its number. */
export interface Level {
  readonly name: LevelName;
  /** The severity number of the OpenTelemetry logs data model, 1 to 24. */
  readonly number: number;
}

/** The level of a name. */
export function levelOf(name: LevelName): Level {
  return { name, number: LEVELS[name] };
}
