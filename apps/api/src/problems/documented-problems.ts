import { Problem, PROBLEM_MEDIA_TYPE } from './problem.js';
import { PROBLEM_KINDS, type ProblemKind } from './problem-kinds.js';

/** An error answer in the schema of a route. */
export interface DocumentedProblem {
  readonly description: string;
  readonly content: { readonly [PROBLEM_MEDIA_TYPE]: { readonly schema: typeof Problem } };
}

/** The error answers of a route, by status, for its schema. `internal-error` is always among them. */
export function documentedProblems(...kinds: readonly ProblemKind[]): Record<number, DocumentedProblem> {
  const titles = new Map<number, string[]>();
  for (const kind of [...kinds, 'internal-error'] as const) {
    const { status, title } = PROBLEM_KINDS[kind];
    titles.set(status, [...(titles.get(status) ?? []), title]);
  }
  return Object.fromEntries(
    [...titles].map(([status, those]) => [
      status,
      { description: those.join(', or: '), content: { [PROBLEM_MEDIA_TYPE]: { schema: Problem } } },
    ]),
  );
}
