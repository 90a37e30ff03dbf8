/** A number with its noun: `1 word`, `2 words`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? singular : plural}`;
}
