/** Attributes that Logfire's interface reads. */
export const LOGFIRE = {
  message: 'logfire.msg',
  messageTemplate: 'logfire.msg_template',
  levelNumber: 'logfire.level_num',
  /** `span`, `pending_span` or `log`. */
  spanType: 'logfire.span_type',
  pendingParentId: 'logfire.pending_parent_id',
  tags: 'logfire.tags',
  nullArguments: 'logfire.null_args',
  jsonSchema: 'logfire.json_schema',
  scrubbed: 'logfire.scrubbed',
  projectName: 'logfire.project_name',
} as const;

/** Attributes of any span, from the OpenTelemetry semantic conventions 1.41. */
export const COMMON = {
  errorType: 'error.type',
  exceptionType: 'exception.type',
  exceptionMessage: 'exception.message',
  exceptionStack: 'exception.stacktrace',
  serverAddress: 'server.address',
  serverPort: 'server.port',
} as const;

/** Attributes of requests, from the HTTP conventions (stable). */
export const HTTP = {
  method: 'http.request.method',
  methodOriginal: 'http.request.method_original',
  route: 'http.route',
  status: 'http.response.status_code',
  urlFull: 'url.full',
  urlPath: 'url.path',
  urlQuery: 'url.query',
  urlScheme: 'url.scheme',
  userAgent: 'user_agent.original',
  protocolVersion: 'network.protocol.version',
} as const;

/** Our own, where no convention has a name. */
export const OURS = {
  /** Set on a span that was still open when the process ended. */
  unfinished: 'span.unfinished',
  /** Set on a request whose client went away. */
  aborted: 'http.request.aborted',
  /** Stands for an attribute whose name held a secret. */
  leakedKey: 'span.scrubbed_key',
  /** How many attributes of a span were dropped because they were together larger than a span may be. */
  droppedAttributes: 'span.dropped_attributes',
  validationFailedEvent: 'zod.validation_failed',
} as const;

/** What is added to an attribute's key to say more of it. */
export const SUFFIX = { schema: '.schema', truncated: '.truncated' } as const;
