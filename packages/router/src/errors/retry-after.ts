/** Where headers can be read. */
export interface HeaderSource {
  get(name: string): string | null;
}

/**
 * How long a provider asks to wait, in milliseconds: `retry-after-ms`, else
 * `retry-after` in seconds or as an HTTP date (RFC 9110 §10.2.3). Values that
 * are no number, negative or in the past count as absent.
 */
export function retryAfterMs(headers: HeaderSource | undefined, now: number): number | undefined {
  if (!headers) return undefined;
  const inMs = numberIn(headers.get('retry-after-ms'));
  if (inMs !== undefined) return inMs;
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const inSeconds = numberIn(text);
  if (inSeconds !== undefined) return inSeconds * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) || date <= now ? undefined : date - now;
}

function numberIn(text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
