/** The latest items of a stream. */
export interface Ring<T> {
  push(item: T): void;
  /** Oldest first. */
  read(): readonly T[];
}

/** A buffer that overwrites its oldest item when it is full. */
export function createRing<T>(capacity: number): Ring<T> {
  const items: T[] = [];
  let next = 0;
  return {
    push(item) {
      if (capacity <= 0) return;
      items[next] = item;
      next = (next + 1) % capacity;
    },
    read: () => (items.length < capacity ? [...items] : [...items.slice(next), ...items.slice(0, next)]),
  };
}
