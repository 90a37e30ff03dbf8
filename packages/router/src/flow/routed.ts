import type { OpenStream } from '../attempt/attempt-stream.js';
import type { Target } from '../attempt/target.js';
import type { Answer } from '../attempt/transport.js';
import type { Failure } from '../errors/failure.js';

/** Something to give to the caller. */
export type Served = { readonly answer: Answer; readonly target: Target } | { readonly stream: OpenStream; readonly target: Target };

/** What a visit of a level, a group or the whole chain came to. */
export type Routed =
  | { readonly kind: 'served'; readonly served: Served }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'redirected'; readonly group: string; readonly budgetId: string };
