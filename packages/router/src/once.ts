/**
 * Puts off making a constant until it is first asked for; afterwards it is always the same one.
 * Schemas are made so: building them costs more time than loading all the rest of the package.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
