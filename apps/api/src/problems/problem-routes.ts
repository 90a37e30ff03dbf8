import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import * as z from 'zod';

import { jsonAnswer } from '../open-api/json-answer.js';
import { ApiError } from './api-error.js';
import { documentedProblems } from './documented-problems.js';
import { isProblemKind, PROBLEM_KINDS } from './problem-kinds.js';

/** What a kind of problem means. */
export const ProblemDescription = z
  .object({
    type: z.string().describe('The `type` of problems of this kind.'),
    title: z.string(),
    status: z.int().min(400).max(599).describe('The HTTP status.'),
    meaning: z.string().describe('What happened and what to do about it.'),
  })
  .meta({ id: 'ProblemDescription', title: 'Problem description', description: 'What a kind of problem means.' });

/** Where the `type` of a problem leads: its description. */
export const problemRoutes: FastifyPluginCallbackZod = (app, _options, done) => {
  app.get(
    '/problems/:kind',
    {
      schema: {
        operationId: 'describeProblem',
        summary: 'What a kind of problem means',
        tags: ['problems'],
        params: z.object({ kind: z.string().describe('The last part of the type of the problem.') }),
        response: { 200: jsonAnswer('The description.', ProblemDescription), ...documentedProblems('not-found') },
      },
    },
    async ({ params: { kind } }) => {
      if (!isProblemKind(kind)) throw new ApiError('not-found', { detail: 'There is no such kind of problem.' });
      const { status, title, meaning } = PROBLEM_KINDS[kind];
      return { type: `/problems/${kind}`, title, status, meaning };
    },
  );
  done();
};
