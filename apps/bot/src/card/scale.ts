const CELLS = 10;

/** A share from 0 to 1 as people read it: `42 %`. */
export function percent(share: number): string {
  return `${Math.round(clamp(share) * 100)} %`;
}

/** A share from 0 to 1 as ten cells of equal width. */
export function bar(share: number): string {
  const filled = Math.round(clamp(share) * CELLS);
  return `\`${'█'.repeat(filled)}${'░'.repeat(CELLS - filled)}\``;
}

function clamp(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}
