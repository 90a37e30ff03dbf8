import type { ReceivedSpan } from './received.js';

/** Spans as lines, children two spaces deeper than their parent, each generation in the order it began. */
export function renderTree(spans: readonly Pick<ReceivedSpan, 'name' | 'kind' | 'spanId' | 'parentId' | 'startMs'>[]): string {
  const known = new Set(spans.map(({ spanId }) => spanId));
  // By the clock, since deliveries overtake each other; those of one moment as they came.
  const inOrder = [...spans].sort((a, b) => a.startMs - b.startMs);
  const lines: string[] = [];
  const visit = (parentId: string | undefined, depth: number) => {
    for (const span of inOrder) {
      const parent = span.parentId !== undefined && known.has(span.parentId) ? span.parentId : undefined;
      if (parent !== parentId) continue;
      lines.push(`${'  '.repeat(depth)}${span.name} [${span.kind}]`);
      visit(span.spanId, depth + 1);
    }
  };
  visit(undefined, 0);
  return lines.join('\n');
}
