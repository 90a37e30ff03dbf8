import { createCursor, type ReadFailure, ReadStop } from './cursor.js';
import { readContainer } from './read-value.js';
import type { RepairCode } from './repair.js';
import { skipSpace } from './trivia.js';

/** A value found in an answer's text. */
export interface Candidate {
  readonly value: unknown;
  readonly repairs: readonly RepairCode[];
  readonly start: number;
  readonly end: number;
  /** Whether it stands in a block marked as JSON. */
  readonly isFencedJson: boolean;
}

/** What a text holds: values, or the reason why none may be taken from it. */
export type Findings =
  | { readonly kind: 'found'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'truncated' | 'elided' | 'unparseable'; readonly at: number };

/** More values than any list of rows has. */
const MAX_CANDIDATES = 20_000;

/**
 * Finds the objects and arrays in a text, between prose and fences.
 *
 * The first one that is cut, leaves something out or breaks off in the middle
 * ends the search with nothing: what stands inside it is not the answer.
 * Linear: all failed tries together may read the text a few times, no more.
 */
export function findCandidates(text: string): Findings {
  const candidates: Candidate[] = [];
  const landmark = /[{[]|`{2,}[ \t]*[A-Za-z0-9]*|~{3,}[ \t]*[A-Za-z0-9]*/g;
  let workLeft = 4 * text.length + 1_000;
  let fence: string | undefined;

  for (let match = landmark.exec(text); match; match = landmark.exec(text)) {
    const start = match.index;
    const mark = match[0];
    if (mark !== '{' && mark !== '[') {
      fence = fence === undefined ? mark.replace(/^[`~]+[ \t]*/, '').toLowerCase() : undefined;
      continue;
    }
    const read = tryRead(text, start);
    if (read.failure === undefined) {
      const previous = candidates.at(-1);
      if (isPartOfMore(text, start, read.end, previous) || candidates.length >= MAX_CANDIDATES) return { kind: 'unparseable', at: start };
      const closed = endOfExtraClosers(text, start, read.end);
      // A bracket too many and a comma too few are one bracket in place of a comma.
      if (closed === undefined || (closed > read.end && [...read.repairs].includes('missing-comma'))) return { kind: 'unparseable', at: read.end };
      const repairs: RepairCode[] = closed > read.end ? [...read.repairs, 'extra-closer'] : [...read.repairs];
      candidates.push({ value: read.value, repairs, start, end: closed, isFencedJson: fence === 'json' || fence === 'json5' || fence === 'jsonc' });
      landmark.lastIndex = closed;
      continue;
    }
    workLeft -= read.end - start;
    // "Note: {see below" after the answer is prose; `{"n"` is the next row, cut.
    const isOpenProse = candidates.length > 0 && /^[{[]\s*\p{L}/u.test(text.slice(start, start + 64));
    const isProse = read.completed === 0 && (read.failure === 'garbage' || (read.failure === 'truncated' && isOpenProse));
    if (isProse && workLeft > 0) landmark.lastIndex = start + 1;
    else return { kind: read.failure === 'truncated' || read.failure === 'elided' ? read.failure : 'unparseable', at: read.end };
  }
  if (candidates.length === 0) return { kind: 'unparseable', at: 0 };
  return { kind: 'found', candidates: candidates.some((candidate) => candidate.isFencedJson) ? fencedFirst(candidates) : candidates };
}

interface Reading {
  readonly failure?: ReadFailure;
  readonly value?: unknown;
  readonly end: number;
  readonly completed: number;
  readonly repairs: Iterable<RepairCode>;
}

function tryRead(text: string, start: number): Reading {
  const cursor = createCursor(text, start);
  try {
    const value = readContainer(cursor, 1);
    return { value, end: cursor.position, completed: cursor.completed, repairs: cursor.repairs };
  } catch (error) {
    if (!(error instanceof ReadStop)) throw error;
    return { failure: error.failure, end: cursor.position, completed: cursor.completed, repairs: [] };
  }
}

/** Whether what was read is a piece of something larger whose brackets went wrong. */
function isPartOfMore(text: string, start: number, end: number, previous: Candidate | undefined): boolean {
  const before = lastBefore(text, start - 1);
  const follows = previous !== undefined && before < previous.end;
  if (!follows) {
    const character = text[before];
    const earlier = text[lastBefore(text, before - 1)] ?? '';
    if (character === ':' && '"\'”'.includes(earlier) && earlier !== '') return true;
    if (character === ',' && !(previous !== undefined && lastBefore(text, before - 1) < previous.end) && !/\p{L}/u.test(earlier)) return true;
  }
  // Prose keeps its distance; `}name":` is the rest of something.
  if (/[\p{L}\p{N}_]/u.test(text[end] ?? '')) return true;
  const next = skipSpace(text, end);
  const character = text[next];
  // "[2]: …" is a footnote; an object is never a key.
  if (character === '"' || (character === ':' && text[end - 1] === '}')) return true;
  return character === ',' && '"\'“'.includes(text[skipSpace(text, next + 1)] ?? ' ');
}

/**
 * Where the answer ends if brackets too many are all that follows; `undefined`
 * when they close something that was never opened.
 */
function endOfExtraClosers(text: string, start: number, end: number): number | undefined {
  const next = skipSpace(text, end);
  if (text[next] !== '}' && text[next] !== ']') return end;
  const before = text.slice(0, start).trim();
  const after = /^[\s}\]]*/.exec(text.slice(end))?.[0].length ?? 0;
  const rest = text.slice(end + after).trim();
  const isAlone = (before === '' || /^(?:`{3}|~{3})[A-Za-z]*$/.test(before)) && (rest === '' || /^[`~]+$/.test(rest));
  return isAlone ? end + after : undefined;
}

function lastBefore(text: string, from: number): number {
  let position = from;
  while (position >= 0 && (text[position] ?? '').trim() === '') position--;
  return position;
}

function fencedFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates.filter(({ isFencedJson }) => isFencedJson), ...candidates.filter(({ isFencedJson }) => !isFencedJson)];
}
