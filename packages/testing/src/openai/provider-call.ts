/** A request that a provider received. Fields that change do so while it is answered. */
export interface ProviderCall {
  /** Counts from 0 over all calls of one provider. */
  readonly index: number;
  /** Name of the provider, empty for the one at the root. */
  readonly provider: string;
  readonly method: string;
  /** Path below the provider's base URL, such as `/chat/completions`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The bearer token, without the word `Bearer`. */
  readonly apiKey: string | undefined;
  /** Parsed JSON, the fields of a form, or the text as it came. */
  readonly body: unknown;
  /** `model` of the body. */
  readonly model: string | undefined;
  /** Whether the body asks for a stream. */
  readonly wantsStream: boolean;
  /** Number of the connection: equal numbers prove that it was kept alive. */
  readonly connection: number;
  /** Milliseconds of a monotonic clock. */
  readonly startedAtMs: number;
  /** Status sent; `undefined` before the headers. */
  readonly status: number | undefined;
  /** When the answer was finished or the connection gone. */
  readonly endedAtMs: number | undefined;
  /** Whether the client left before the answer was complete. */
  readonly isAborted: boolean;
  /** Resolves at the end, however it came. */
  readonly ended: Promise<void>;
}

/** The fake's own, writable view of a call. */
export interface MutableCall extends ProviderCall {
  status: number | undefined;
  endedAtMs: number | undefined;
  isAborted: boolean;
}
