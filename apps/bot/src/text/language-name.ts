/**
 * The English name of a language; empty when it cannot be told, so that it can be
 * spread into a list.
 *
 * @param code - ISO 639-1, or `und`.
 */
export function languageName(code: string): string[] {
  if (code === 'und') return [];
  try {
    return [new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) ?? []].flat();
  } catch (error) {
    // Not even the form of a language code.
    if (error instanceof RangeError) return [];
    throw error;
  }
}
