import { PipelineError } from '@discord-intelligence/pipeline';

import { unsupported } from '../http/body-parsers.js';
import { ApiError } from './api-error.js';
import { PROBLEM_KINDS, type ProblemKind } from './problem-kinds.js';

/** Fastify's own errors that are the caller's to mend. Source: `lib/errors.js` of Fastify 5.12. */
const KINDS_BY_CODE: Readonly<Record<string, ProblemKind>> = {
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'address-too-long',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'missing-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
  FST_ERR_NOT_FOUND: 'not-found',
};

/** Limits that an error may have to name. */
export interface KnownLimits {
  readonly bodyLimitBytes?: number;
}

/** What the caller is told about anything that was thrown. What nobody foresaw is an `internal-error` without details. */
export function toApiError(thrown: unknown, { bodyLimitBytes }: KnownLimits = {}): ApiError {
  if (ApiError.is(thrown)) return thrown;
  if (PipelineError.is(thrown)) {
    // The messages of the pipeline name lengths and limits, never the text.
    const kind = thrown.code === 'text_too_long' ? 'text-too-long' : 'invalid-request';
    return new ApiError(kind, { detail: thrown.message, cause: thrown });
  }
  const { code, statusCode } = Object(thrown) as { readonly code?: unknown; readonly statusCode?: unknown };
  const kind = typeof code === 'string' && Object.hasOwn(KINDS_BY_CODE, code) ? KINDS_BY_CODE[code] : undefined;
  if (kind === 'unsupported-media-type') return unsupported(PROBLEM_KINDS[kind].meaning);
  if (kind === 'body-too-large' && bodyLimitBytes !== undefined) {
    return new ApiError(kind, { detail: `At most ${bodyLimitBytes} bytes are read: split the text and analyse the parts.`, cause: thrown });
  }
  if (kind !== undefined) return new ApiError(kind, { detail: PROBLEM_KINDS[kind].meaning, cause: thrown });
  // A file of the documentation that is not there, or that somebody tried to reach around it.
  if (statusCode === 403 || statusCode === 404) return new ApiError('not-found', { cause: thrown });
  // A body that broke off while it was read: Fastify marks it as the caller's.
  if (statusCode === 400) return new ApiError('malformed-request', { cause: thrown });
  return new ApiError('internal-error', { cause: thrown });
}
