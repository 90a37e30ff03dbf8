import type { ReceivedSpan } from './received.js';

/** Spans as lines, children two spaces deeper than their parent, each generation in the order it arrived. */
export function renderTree(spans: readonly ReceivedSpan[]): string {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const lines: string[] = [];
  const visit = (parentId: string | undefined, depth: number) => {
    for (const span of spans) {
      const parent = span.parentId !== undefined && known.has(span.parentId) ? span.parentId : undefined;
      if (parent !== parentId) continue;
      lines.push(`${'  '.repeat(depth)}${span.name} [${span.kind}]`);
      visit(span.spanId, depth + 1);
    }
  };
  visit(undefined, 0);
  return lines.join('\n');
}
