import { setSpanAttribute } from '@discord-intelligence/observability';
import { type AnalysisName, AnalysisReport, type AnalyzeText } from '@discord-intelligence/pipeline';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';

import { createKeyCheck } from '../access/api-keys.js';
import { refuseCrossSite } from '../access/cross-site.js';
import { refuseCompressedBody } from '../http/body-parsers.js';
import { requestSignal } from '../http/request-signal.js';
import { invalidRequest } from '../http/validate.js';
import { jsonAnswer } from '../open-api/json-answer.js';
import { ApiError } from '../problems/api-error.js';
import { documentedProblems } from '../problems/documented-problems.js';
import type { AnalysisGate } from './analysis-gate.js';
import { AnalyzeQuery, AnalyzeRequest, NoQuery, TextRequest } from './analysis-request.js';

/** What the routes of the analyses stand on. */
export interface AnalysisRoutesOptions {
  readonly analyzeText: AnalyzeText;
  readonly gate: AnalysisGate;
  /** Keys that callers must send; empty for none. */
  readonly keys: readonly string[];
  /** Time for one analysis, waiting included, in milliseconds. */
  readonly analysisTimeoutMs: number;
  /** Whether the server takes no more work. */
  readonly isClosing: () => boolean;
}

/** Attribute of a request's span: milliseconds that its analysis waited for its turn. */
const QUEUE_WAIT = 'api.queue.wait_ms';

/** The addresses that run one analysis, and which one. */
export const SINGLE_ANALYSES = {
  '/v1/fallacies': 'fallacies',
  '/v1/perspectives': 'perspectives',
  '/v1/sentiment': 'sentiment',
  '/v1/topics': 'topics',
  '/v1/route': 'routing',
} as const satisfies Record<string, AnalysisName>;

/** `POST /v1/analyze`, and one address for each analysis alone. */
export const analysisRoutes: FastifyPluginCallbackZod<AnalysisRoutesOptions> = (app, options, done) => {
  const { analyzeText, gate, isClosing, analysisTimeoutMs } = options;
  const checkKey = createKeyCheck(options.keys);

  app.addHook('onRequest', async (request, reply) => {
    if (isClosing()) throw new ApiError('shutting-down', { headers: { 'retry-after': '5' } });
    checkKey(request);
    refuseCrossSite(request);
    refuseCompressedBody(request);
    reply.raw.once('close', gate.enter());
  });

  const answer = async (
    { text, ...metadata }: z.output<typeof TextRequest>,
    only: readonly AnalysisName[] | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<AnalysisReport> => {
    const signal = requestSignal(reply.raw, analysisTimeoutMs);
    const admittedAt = performance.now();
    const report = await gate.run(() => {
      setSpanAttribute(QUEUE_WAIT, performance.now() - admittedAt);
      return analyzeText({ text, ...metadata }, { signal, ...(only && { only }) });
    }, signal);
    if (report.status === 'failed') {
      request.log.error({ textLength: text.length, outcomes: report.outcomes }, 'every analysis failed');
      throw new ApiError('internal-error');
    }
    return report;
  };

  app.post(
    '/v1/analyze',
    {
      schema: {
        operationId: 'analyze',
        summary: 'Analyse a text',
        description: 'Runs the analyses that were asked for, or all of them, over one text and gives one report.',
        ...shared,
        body: AnalyzeRequest,
        querystring: AnalyzeQuery,
      },
    },
    (request, reply) => {
      const { only, ...input } = request.body;
      if (only !== undefined && request.query.only !== undefined) {
        throw invalidRequest([{ parameter: 'only', detail: 'Given in the body as well: leave one of them out' }]);
      }
      return answer(input, only ?? request.query.only, request, reply);
    },
  );

  for (const [url, name] of Object.entries(SINGLE_ANALYSES)) {
    app.post(
      url,
      {
        schema: {
          operationId: `analyze${name.charAt(0).toUpperCase()}${name.slice(1)}`,
          summary: `Analyse the ${name} of a text`,
          description: `The same as /v1/analyze with "only": ["${name}"].`,
          ...shared,
          body: TextRequest,
          querystring: NoQuery,
        },
      },
      (request, reply) => answer(request.body, [name], request, reply),
    );
  }
  done();
};

const shared = {
  tags: ['analysis'],
  consumes: ['application/json', 'text/plain'],
  security: [{ key: [] }, {}],
  response: {
    200: jsonAnswer('The report. Its status is "skipped" when the text holds no words.', AnalysisReport),
    ...documentedProblems(
      'malformed-request',
      'missing-body',
      'invalid-json',
      'invalid-encoding',
      'unauthorized',
      'cross-site-request',
      'body-too-large',
      'text-too-long',
      'unsupported-media-type',
      'invalid-request',
      'overloaded',
      'analysis-timeout',
      'shutting-down',
    ),
  },
};
