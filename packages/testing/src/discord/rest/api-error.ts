import type { FormIssue } from '../limits/form-check.js';
import { isJson, type Json } from '../json.js';

/** Discord's answers to what it refuses: status, JSON error code and message (Discord developer documentation, "JSON Error Codes"). */
export const API_ERRORS = {
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  notFound: { status: 404, code: 0, message: '404: Not Found' },
  methodNotAllowed: { status: 405, code: 0, message: '405: Method Not Allowed' },
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownGuild: { status: 404, code: 10004, message: 'Unknown Guild' },
  unknownMember: { status: 404, code: 10007, message: 'Unknown Member' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownUser: { status: 404, code: 10013, message: 'Unknown User' },
  unknownWebhook: { status: 404, code: 10015, message: 'Unknown Webhook' },
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  unknownCommand: { status: 404, code: 10063, message: 'Unknown application command' },
  tooLarge: { status: 413, code: 40005, message: 'Request entity too large' },
  alreadyAcknowledged: { status: 400, code: 40060, message: 'Interaction has already been acknowledged.' },
  tooManyFollowUps: { status: 400, code: 40094, message: 'This interaction has hit the maximum number of follow up messages.' },
  notOwnMessage: { status: 403, code: 50005, message: 'Cannot edit a message authored by another user' },
  emptyMessage: { status: 400, code: 50006, message: 'Cannot send an empty message' },
  invalidWebhookToken: { status: 401, code: 50027, message: 'Invalid Webhook Token' },
  invalidForm: { status: 400, code: 50035, message: 'Invalid Form Body' },
  invalidJson: { status: 400, code: 50109, message: 'The request body contains invalid JSON.' },
} as const;

/** Name of one of Discord's refusals. */
export type ApiErrorName = keyof typeof API_ERRORS;

/** Refuses a request as Discord does. Internal to the fake: it becomes the answer. */
export class DiscordApiError extends Error {
  override readonly name = 'DiscordApiError';
  readonly status: number;
  readonly code: number;
  readonly issues: readonly FormIssue[];
  /** False where no application could have known better, as after a deletion by a person. */
  readonly isViolation: boolean;

  constructor(error: ApiErrorName, options: { readonly issues?: readonly FormIssue[]; readonly isViolation?: boolean } = {}) {
    super(API_ERRORS[error].message);
    this.status = API_ERRORS[error].status;
    this.code = API_ERRORS[error].code;
    this.issues = options.issues ?? [];
    this.isViolation = options.isViolation ?? true;
  }

  /** The error body as Discord writes it. */
  toBody(): Json {
    const body: Json = { message: this.message, code: this.code };
    return this.issues.length === 0 ? body : { ...body, errors: nestIssues(this.issues) };
  }
}

/** Turns dotted paths into Discord's nested `errors` object. */
export function nestIssues(issues: readonly FormIssue[]): Json {
  const root: Json = {};
  for (const { field, code, message } of issues) {
    let node = root;
    for (const part of field.split('.').filter((name) => name !== '' && name !== '_errors')) {
      const next = node[part];
      if (isJson(next)) node = next;
      else node = node[part] = {} as Json;
    }
    const errors = Array.isArray(node._errors) ? (node._errors as unknown[]) : [];
    node._errors = [...errors, { code, message }];
  }
  return root;
}
