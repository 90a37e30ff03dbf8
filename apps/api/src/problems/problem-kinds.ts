/** One kind of problem: what it is called, which HTTP status carries it, and what it means. */
export interface ProblemKindFacts {
  readonly status: number;
  /** Short, the same for every problem of the kind. */
  readonly title: string;
  /** What happened and what the caller can do, for people to read. */
  readonly meaning: string;
}

/**
 * Every problem the API can answer with, by the last part of its `type`.
 *
 * 400 is for what cannot be read, 422 for what was read and does not fit, as in
 * the API this one replaces.
 */
export const PROBLEM_KINDS = {
  'malformed-request': {
    status: 400,
    title: 'Malformed request',
    meaning: 'The request does not follow HTTP, or its address cannot be decoded.',
  },
  'missing-body': {
    status: 400,
    title: 'Missing body',
    meaning: 'The request needs a body: a JSON object, or the text itself as text/plain.',
  },
  'invalid-json': {
    status: 400,
    title: 'Invalid JSON',
    meaning: 'The body is not JSON, or holds the keys __proto__ or constructor.prototype, which are refused.',
  },
  'invalid-encoding': {
    status: 400,
    title: 'Invalid text encoding',
    meaning: 'The body holds bytes that are not UTF-8. Convert it, or send a text file in place of a binary one.',
  },
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    meaning: 'The server asks for a key. Send one as "Authorization: Bearer <key>".',
  },
  'cross-site-request': {
    status: 403,
    title: 'Cross-site request',
    meaning: 'A web page of another site made the browser send this request; the API answers its own site only.',
  },
  'not-found': { status: 404, title: 'Not found', meaning: 'There is nothing at this address.' },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    meaning: 'The address exists, but not for this method. The Allow header lists the ones it takes.',
  },
  'request-timeout': { status: 408, title: 'Request timeout', meaning: 'The request took too long to arrive.' },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    meaning: 'The body has more bytes than the server reads. Split the text and analyse the parts.',
  },
  'text-too-long': {
    status: 413,
    title: 'Text too long',
    meaning: 'The text has more characters than are analysed at once. Split it and analyse the parts.',
  },
  'address-too-long': { status: 414, title: 'Address too long', meaning: 'A part of the address is too long.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    meaning: 'The body must be application/json or text/plain, in UTF-8, not compressed.',
  },
  'invalid-request': {
    status: 422,
    title: 'Invalid request',
    meaning: 'The request was read, but some of its fields do not fit; "errors" names each one.',
  },
  'headers-too-large': { status: 431, title: 'Headers too large', meaning: 'The headers of the request are too large.' },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    meaning: 'Something broke on the server. Its log tells more under the request id in "instance".',
  },
  overloaded: {
    status: 503,
    title: 'Overloaded',
    meaning: 'Too many analyses are waiting. Try again after the seconds in Retry-After.',
  },
  'analysis-timeout': {
    status: 503,
    title: 'Analysis timeout',
    meaning: 'The analysis was not finished in time. Try again later, or with a shorter text.',
  },
  'not-ready': {
    status: 503,
    title: 'Not ready',
    meaning: 'The server should be sent no requests now; "errors" says why.',
  },
  'shutting-down': {
    status: 503,
    title: 'Shutting down',
    meaning: 'The server is stopping. Try again, and another one will answer.',
  },
} as const satisfies Record<string, ProblemKindFacts>;

/** The name of a kind of problem. */
export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** Whether a text names a kind of problem. */
export function isProblemKind(name: string): name is ProblemKind {
  return Object.hasOwn(PROBLEM_KINDS, name);
}
