/**
 * A value now or later. In one process the stores answer at once and a caller saves the turn of
 * the event loop; over Redis they answer with a promise. `await` takes either.
 */
export type Awaitable<T> = T | Promise<T>;

/** Goes on with `next` when the value is there: at once if it is there already. */
export function whenReady<T, R>(value: Awaitable<T>, next: (value: T) => R): Awaitable<Awaited<R>> {
  return (value instanceof Promise ? value.then(next) : next(value)) as Awaitable<Awaited<R>>;
}
