/**
 * Turns texts into vectors, one for each, in order. The vectors of one embedder have one length.
 * It may reject; then the semantic cache is left out for the request.
 */
export type Embed = (texts: readonly string[], options: { readonly signal: AbortSignal }) => Promise<readonly Float32Array[]>;
