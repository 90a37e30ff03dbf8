/**
 * The rule that an application broke.
 *
 * - `form`: a limit of Discord's on a request body (code 50035 and its kin)
 * - `open-api`: the request does not fit Discord's own OpenAPI document
 * - `api`: a request that Discord refuses for its state (10062, 40060, 50027, ...)
 * - `unauthorized`: a wrong or missing bot token
 * - `unknown-route`: a path or method that Discord, or this fake, does not have
 * - `never-acknowledged`: an interaction without any answer after 3 seconds
 * - `gateway`: a frame or an intent that closes the gateway connection
 * - `ineffective`: accepted by Discord, but not doing what the application meant
 */
export type ViolationRule =
  | 'form'
  | 'open-api'
  | 'api'
  | 'unauthorized'
  | 'unknown-route'
  | 'never-acknowledged'
  | 'gateway'
  | 'ineffective';

/** One broken rule. */
export interface Violation {
  readonly rule: ViolationRule;
  /** What was wrong, in a sentence. */
  readonly detail: string;
  /** `METHOD /path` of the request, when there was one. */
  readonly request?: string;
  /** Dotted path of the field in the body, such as `embeds.0.title`. */
  readonly field?: string;
  /** Discord's error code, such as 50035. */
  readonly code?: number;
}

/** Collects what an application did wrong. */
export interface ViolationLog {
  readonly list: readonly Violation[];
  add(violation: Violation): void;
}

/** Makes an empty log; `onAdd` hears of every entry. */
export function createViolationLog(onAdd: () => void): ViolationLog {
  const list: Violation[] = [];
  return {
    list,
    add(violation) {
      list.push(violation);
      onAdd();
    },
  };
}

/** One line a person can read. */
export function describeViolation({ rule, detail, request, field, code }: Violation): string {
  const where = [request, field].filter((part) => part !== undefined).join(' ');
  return `[${rule}${code === undefined ? '' : ` ${code}`}]${where === '' ? '' : ` ${where}:`} ${detail}`;
}
