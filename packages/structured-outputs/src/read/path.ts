/** Whether a path has no symbols in it. */
export function isWalkable(path: readonly PropertyKey[]): path is readonly (string | number)[] {
  return path.every((segment) => typeof segment !== 'symbol');
}

/** The value at a path; `undefined` where nothing is. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[segment];
  }
  return value;
}

/** A copy with another value at a path; only what lies on the path is copied. */
export function withValue(root: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  const copy = shallow(root);
  copy[segment] = withValue(copy[segment], rest, value);
  return copy;
}

/** A copy without the key at the end of a path. */
export function withoutKey(root: unknown, path: readonly (string | number)[]): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined || typeof root !== 'object' || root === null) return root;
  const copy = shallow(root);
  if (rest.length > 0) copy[segment] = withoutKey(copy[segment], rest);
  else Reflect.deleteProperty(copy, segment);
  return copy;
}

function shallow(value: unknown): Record<string | number, unknown> {
  // An array takes indexes as well; one type for both keeps the walk short.
  if (Array.isArray(value)) return [...(value as unknown[])] as unknown as Record<number, unknown>;
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
