/** First millisecond of 2015, from which Discord's ids count (Discord developer documentation, "Snowflakes"). */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** The 22 bits under the timestamp. */
const COUNTER_BITS = 22n;

/**
 * Makes ids that carry the time of `now` and never repeat, as Discord's do.
 *
 * @param now Milliseconds since 1970; a clock that starts at 0 counts as 2015.
 */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const millisecond = BigInt(Math.max(0, Math.floor(now() - DISCORD_EPOCH_MS)));
    const id = millisecond << COUNTER_BITS;
    last = id > last ? id : last + 1n;
    return last.toString();
  };
}
