/** A share of 0 to 1 as a bar. */
export function renderBar(share: number, columns: number): string {
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * columns);
  return '█'.repeat(filled) + '░'.repeat(columns - filled);
}

/** A value of -1 to 1 as a point on a line whose middle is marked. `columns` is odd, so that there is a middle. */
export function renderGauge(value: number, columns: number): string {
  const middle = (columns - 1) / 2;
  const at = Math.round(middle + Math.min(Math.max(value, -1), 1) * middle);
  return Array.from({ length: columns }, (_, column) => (column === at ? '●' : column === middle ? '┼' : '─')).join('');
}
