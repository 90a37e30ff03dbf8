import { withhold } from '@discord-intelligence/observability';
import fastify, { type FastifyInstance } from 'fastify';

import { createAnalysisGate } from './analysis/analysis-gate.js';
import { analysisRoutes } from './analysis/analysis-routes.js';
import { healthRoutes } from './health/health-routes.js';
import { createReadiness } from './health/readiness.js';
import { selfCheck } from './health/self-check.js';
import { addBodyParsers } from './http/body-parsers.js';
import { NO_STORE, REQUEST_ID_HEADER } from './http/common-headers.js';
import { answerMalformedRequest } from './http/malformed-requests.js';
import { requestIdOf } from './http/request-id.js';
import { logRequests, quietLogController } from './http/request-log.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { serializerCompiler } from './http/serialize.js';
import { refuseUnknownRoutes } from './http/unknown-routes.js';
import { validatorCompiler } from './http/validate.js';
import { describeRoutes, serveDocsPage, serveDocument } from './open-api/open-api.js';
import { ApiError } from './problems/api-error.js';
import { describeError } from './problems/describe-error.js';
import { problemRoutes } from './problems/problem-routes.js';
import { sendProblem } from './problems/send-problem.js';
import { toApiError } from './problems/to-api-error.js';
import { resolveServerOptions, type ServerOptions } from './server-options.js';
import { metricsRoute } from './telemetry/metrics-route.js';
import { traceHeaders } from './telemetry/trace-headers.js';

/**
 * Makes the HTTP server. It listens when `listen` is called, and checks itself
 * with one analysis before that.
 *
 * @throws RangeError when a number of the options is out of range.
 */
export function createServer(options: ServerOptions): FastifyInstance {
  const { analyzeText, trialAnalyzer = analyzeText, readiness = createReadiness(), logger, telemetry, ...settings } = resolveServerOptions(options);
  let isClosing = false;

  const app: FastifyInstance = fastify({
    ...(logger && { loggerInstance: logger }),
    logController: quietLogController,
    bodyLimit: settings.bodyLimitBytes,
    requestTimeout: settings.requestTimeoutMs,
    keepAliveTimeout: settings.keepAliveTimeoutMs,
    http: { headersTimeout: settings.headersTimeoutMs, maxHeaderSize: 16 * 1024 },
    genReqId: requestIdOf,
    // The routes say it themselves, as a problem.
    return503OnClosing: false,
    clientErrorHandler: answerMalformedRequest,
    frameworkErrors: (error, request, reply) => void sendProblem(toApiError(error), request, reply),
  });
  telemetry?.instrument(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addBodyParsers(app);

  app.setErrorHandler((thrown, request, reply) => {
    const error = toApiError(thrown, settings);
    // A foreign message may quote the text: in traces as in the log it stays out.
    if (error !== thrown) withhold(thrown);
    if (reply.raw.destroyed) {
      // The caller hung up; there is nobody to answer.
      reply.hijack();
      return;
    }
    if (error.kind === 'internal-error') request.log.error({ error: describeError(thrown) }, 'a request broke');
    return sendProblem(error, request, reply);
  });

  // For routes that find nothing behind a part of their address; others are refused before.
  app.setNotFoundHandler(() => {
    throw new ApiError('not-found', { detail: 'There is nothing at this address.' });
  });

  app.addHook('onRequest', async (request, reply) => {
    // Also on the answers that Fastify gives before any route, which see no hook: `sendProblem` has them too.
    reply.headers({ [REQUEST_ID_HEADER]: request.id, ...traceHeaders(), ...NO_STORE });
  });
  app.addHook('onSend', async (_request, reply) => {
    // A connection that is busy when the server closes would stay open after its answer.
    if (isClosing) reply.header('connection', 'close');
  });
  logRequests(app);
  addSecurityHeaders(app);
  refuseUnknownRoutes(app);

  describeRoutes(app);
  app.register(healthRoutes, { readiness });
  app.register(problemRoutes);
  if (telemetry?.enabled === true) app.register(metricsRoute, { keys: settings.keys, metricsHandler: telemetry.metricsHandler });
  app.register(analysisRoutes, {
    ...settings,
    analyzeText,
    gate: createAnalysisGate(settings),
    isClosing: () => isClosing,
  });
  serveDocument(app);
  serveDocsPage(app);

  app.addHook('onReady', async () => {
    try {
      await selfCheck(trialAnalyzer);
      readiness.passSelfCheck();
    } catch (error) {
      app.log.error({ error: describeError(error) }, 'the analysis at the start failed: /readyz will say so');
    }
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    readiness.leave();
  });
  return app;
}
