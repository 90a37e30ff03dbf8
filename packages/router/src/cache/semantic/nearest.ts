import type { SemanticEntry, SemanticMatch } from './semantic-index.js';
import { cosine } from './unit-vector.js';

/** Compares with every entry: 1.5 million products are about 3 ms, so that the lists are kept short. */
export function nearest(entries: Iterable<SemanticEntry>, vector: Float32Array, limit: number, now: number): SemanticMatch[] {
  const best: SemanticMatch[] = [];
  for (const entry of entries) {
    if (entry.expiresAt <= now) continue;
    const similarity = cosine(entry.vector, vector);
    if (similarity === undefined) continue;
    const last = best.at(-1);
    if (best.length === limit && last && similarity <= last.similarity) continue;
    const place = best.findIndex((match) => match.similarity < similarity);
    best.splice(place === -1 ? best.length : place, 0, { entry, similarity });
    if (best.length > limit) best.pop();
  }
  return best;
}
