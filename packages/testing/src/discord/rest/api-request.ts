import type { FormCheck } from '../limits/form-check.js';
import type { Upload } from '../messages/upload.js';
import type { World } from '../world.js';

/** A request as the fake understood it. */
export interface ApiRequest {
  readonly method: string;
  /** Decoded path below `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** JSON body, or the part `payload_json` of a multipart one; `undefined` when there was none. */
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

/** What Discord answers. Without a body the status is 204. */
export interface ApiReply {
  readonly status: number;
  readonly body?: unknown;
}

/** Parameters that a route's pattern named. */
export type RouteParameters = Readonly<Record<string, string>>;

/** One operation of the API. */
export interface Route {
  readonly method: string;
  /** Such as `/channels/:channelId/messages`. */
  readonly pattern: string;
  /** Whether the bot token must be there: interaction tokens speak for themselves. */
  readonly needsToken: boolean;
  /** Looks for broken limits before anything changes. */
  readonly check?: (check: FormCheck, request: ApiRequest, parameters: RouteParameters, world: World) => void;
  /** Does it. Throws `DiscordApiError` to refuse. */
  readonly handle: (request: ApiRequest, parameters: RouteParameters, world: World) => ApiReply;
}

/** The answer of what succeeds and returns nothing. */
export const NO_CONTENT: ApiReply = { status: 204 };

/** The answer of what succeeds and returns something. */
export function ok(body: unknown): ApiReply {
  return { status: 200, body };
}
