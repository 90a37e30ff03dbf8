import type { Finding } from '../doctor/check.js';
import { toSafeLine } from '../terminal/safe-text.js';
import { padText, wrapText } from '../terminal/wrap-text.js';
import type { Layout } from './layout.js';

const STATUS_WIDTH = 'problem'.length;

/** What the doctor found, one thing a line with what to do about it below, then how many problems there are. */
export function renderFindings(findings: readonly Finding[], layout: Layout): string {
  const nameWidth = Math.max(...findings.map(({ name }) => name.length));
  const problems = findings.filter(({ status }) => status === 'problem').length;
  const verdict = problems === 0 ? 'Nothing that is configured is broken.' : `${problems} to mend.`;
  return `${[...findings.flatMap((finding) => renderFinding(finding, nameWidth, layout)), '', verdict].join('\n')}\n`;
}

function renderFinding({ name, status, detail, action }: Finding, nameWidth: number, { width, palette }: Layout): string[] {
  const paint = { ok: palette.good, off: palette.quiet, problem: palette.bad }[status];
  const indent = STATUS_WIDTH + nameWidth + 4;
  const [first = '', ...rest] = wrapText(toSafeLine(detail), { width, indent, lead: '' });
  const line = `${paint(padText(status, STATUS_WIDTH))}  ${palette.name(padText(name, nameWidth))}  ${first.trimStart()}`;
  const todo = action === undefined ? [] : wrapText(toSafeLine(action), { width, indent }).map(palette.quiet);
  return [line, ...rest, ...todo];
}
