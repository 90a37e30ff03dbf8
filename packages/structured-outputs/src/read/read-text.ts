import { findCandidates } from './find-candidates.js';
import { isPrototypeKey } from './read-value.js';
import type { RepairCode } from './repair.js';

/** A value that an answer may mean. */
export interface ReadCandidate {
  readonly value: unknown;
  readonly repairs: readonly RepairCode[];
  /** Whether it stands in a block marked as JSON. */
  readonly isFencedJson?: boolean;
}

/** What was read out of a text. */
export type ReadText =
  | { readonly kind: 'values'; readonly candidates: readonly ReadCandidate[]; readonly rows?: readonly unknown[] }
  | { readonly kind: 'truncated' | 'elided' | 'unparseable'; readonly at: number }
  | { readonly kind: 'no_output' };

/**
 * Reads the values out of an answer's text: as JSON where it is JSON,
 * otherwise tolerantly. Cut or elided text is never completed.
 */
export function readText(answer: string): ReadText {
  const whole = parseJson(answer);
  if (whole) return isElided(answer, whole.value) ? { kind: 'elided', at: 0 } : { kind: 'values', candidates: [guard(answer, whole.value)] };

  const text = withoutThinking(answer);
  if (text.trim() === '') return { kind: 'no_output' };
  const trimmed = text === answer ? undefined : parseJson(text);
  if (trimmed) {
    if (isElided(text, trimmed.value)) return { kind: 'elided', at: 0 };
    return { kind: 'values', candidates: [withRepair(guard(text, trimmed.value), 'surrounding-text')] };
  }

  const found = findCandidates(text);
  if (found.kind !== 'found') return found;
  const { candidates } = found;
  const first = candidates[0];
  const covers = candidates.length === 1 && first?.start === skipPrefix(text) && text.slice(first.end).trim() === '';
  const read = candidates.map(({ value, repairs, isFencedJson }): ReadCandidate => ({ value, isFencedJson, repairs: covers ? repairs : [...repairs, 'surrounding-text'] }));
  for (const [index, candidate] of candidates.entries()) if (isElided(text.slice(candidate.start, candidate.end), read[index]?.value)) return { kind: 'elided', at: candidate.start };
  const rows = candidates.length > 1 && areRows(text, candidates) ? candidates.map(({ value }) => value) : undefined;
  return { kind: 'values', candidates: read, ...(rows && { rows }) };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Leaves out what the model said to itself. */
function withoutThinking(answer: string): string {
  const open = /^\s*<(think|thinking|reasoning)>/i.exec(answer);
  const closers = [...answer.matchAll(/<\/(?:think|thinking|reasoning)>/gi)];
  // Templates of some servers swallow the opening tag; the last closing one counts.
  const last = open ? closers[0] : closers.at(-1);
  if (last) return answer.slice(last.index + last[0].length);
  // Never closed: the model got no further than thinking.
  return open ? '' : answer;
}

/** Takes out keys that could reach a prototype. The search in the text is cheap, the walk is rare. */
function guard(text: string, value: unknown): ReadCandidate {
  const isSuspect = text.includes('__proto__') || text.includes('constructor') || text.includes('\\u00');
  return { value, repairs: isSuspect && dropPrototypeKeys(value) ? ['prototype-key'] : [] };
}

function dropPrototypeKeys(root: unknown): boolean {
  let isChanged = false;
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value) && isPrototypeKey(key, inner)) {
        Reflect.deleteProperty(value, key);
        isChanged = true;
      } else if (typeof inner === 'object' && inner !== null) {
        open.push(inner);
      }
    }
  }
  return isChanged;
}

/** Whether a list ends in the text `...`: valid JSON, and yet not all of it. */
function isElided(text: string, root: unknown): boolean {
  if (!text.includes('..."') && !text.includes('…"') && !text.includes("...'")) return false;
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.length > 1 && (value.at(-1) === '...' || value.at(-1) === '…')) return true;
    for (const inner of Object.values(value) as unknown[]) if (typeof inner === 'object' && inner !== null) open.push(inner);
  }
  return false;
}

function withRepair({ value, repairs }: ReadCandidate, code: RepairCode): ReadCandidate {
  return { value, repairs: [...repairs, code] };
}

function skipPrefix(text: string): number {
  return text.length - text.trimStart().length;
}

/** Whether values follow each other like lines of a table: nothing but space or a comma between them. */
function areRows(text: string, candidates: readonly { readonly value: unknown; readonly start: number; readonly end: number }[]): boolean {
  return candidates.every(({ value, start }, index) => {
    const previous = candidates[index - 1];
    const isRow = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRow && (!previous || /^\s*,?\s*$/.test(text.slice(previous.end, start)));
  });
}
