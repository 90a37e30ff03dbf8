/** Header that carries the id of a request, both ways. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** Answers hold what was found in somebody's text, and belong in no cache. */
export const NO_STORE = { 'cache-control': 'no-store' } as const;
