/** Discord closes a connection that sends more (Discord developer documentation, "Gateway Rate Limiting"). */
const MAX_FRAMES = 120;
const WINDOW_MS = 60_000;

/** Makes a counter that says whether one more frame is allowed now. */
export function createFrameLimit(now: () => number): () => boolean {
  let recent: number[] = [];
  return () => {
    const at = now();
    recent = [...recent.filter((time) => at - time < WINDOW_MS), at];
    return recent.length <= MAX_FRAMES;
  };
}
