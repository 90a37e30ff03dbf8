/** A number with its noun: "1 word", "2 words". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** A share or score as two decimals. */
export function score(value: number): string {
  return value.toFixed(2);
}

/** A name of a closed set as words: `very_poor` becomes "very poor". */
export function spell(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A polarity in words. Thresholds of ±0.05 mark neutral, as in Hutto and Gilbert (2014); ±0.5 marks strong. */
export function describePolarity(polarity: number): string {
  const strength = Math.abs(polarity);
  if (strength < 0.05) return 'neutral';
  return `${strength < 0.5 ? 'mildly' : 'strongly'} ${polarity > 0 ? 'positive' : 'negative'}`;
}

/** The English name of a language by its ISO 639-1 code. */
export function describeLanguage(code: string): string {
  if (code === 'und') return 'language unknown';
  // Loading the names costs milliseconds that most texts need not pay.
  if (code === 'en') return 'English';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Milliseconds as people say them. */
export function describeDuration(ms: number): string {
  return ms < 1000 ? `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
