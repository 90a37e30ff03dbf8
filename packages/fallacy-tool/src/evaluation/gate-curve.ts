/** A text as the gate before a language model sees it. */
export interface GatedText {
  readonly source: string;
  readonly isFallacious: boolean;
  /** How suspicious the offline judge finds it, 0 to 1. */
  readonly suspicion: number;
}

/** What a gate would come to in one set. */
export interface GateRow {
  readonly source: string;
  /** Share of the clean texts for which no call would be made; undefined without clean texts. */
  readonly saved: number | undefined;
  /** Share of the fallacious texts that the model would never see; undefined without fallacious texts. */
  readonly lost: number | undefined;
}

/** What a threshold of the gate would come to. */
export interface GatePoint {
  /** Texts below it are not asked about. */
  readonly threshold: number;
  readonly rows: readonly GateRow[];
  /** Over all texts: the share of calls saved. */
  readonly saved: number;
  /** Over all fallacious texts: the share that the model would never see. */
  readonly lost: number;
}

/** Measures thresholds of the gate on texts whose suspicion is known; no model is asked. */
export function gateCurve(texts: readonly GatedText[], thresholds: readonly number[]): GatePoint[] {
  const sources = [...new Set(texts.map(({ source }) => source))];
  return thresholds.map((threshold) => {
    const below = (some: readonly GatedText[]): number => some.filter(({ suspicion }) => suspicion < threshold).length / some.length;
    const share = (some: readonly GatedText[]): number | undefined => (some.length === 0 ? undefined : below(some));
    return {
      threshold,
      rows: sources.map((source) => {
        const own = texts.filter((text) => text.source === source);
        return { source, saved: share(own.filter(({ isFallacious }) => !isFallacious)), lost: share(own.filter(({ isFallacious }) => isFallacious)) };
      }),
      saved: share(texts) ?? 0,
      lost: share(texts.filter(({ isFallacious }) => isFallacious)) ?? 0,
    };
  });
}
