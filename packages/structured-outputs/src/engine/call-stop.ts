import type { ErrorKind } from '../errors/kind.js';

/** Kinds that a call ends with by its own decision. */
type StopKind = Extract<ErrorKind, 'refusal' | 'content_filter' | 'truncated' | 'budget' | 'transport' | 'schema'>;

/** Thrown inside a call when the model cannot mend what happened; becomes the call's error. */
export class CallStop extends Error {
  readonly kind: StopKind;
  readonly status: number | undefined;

  constructor(kind: StopKind, message: string, { status, cause }: { readonly status?: number | undefined; readonly cause?: unknown } = {}) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
  }
}
