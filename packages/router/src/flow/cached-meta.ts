import type { CacheSource } from '../cache/response-cache.js';
import type { CacheMeta, ResultMeta } from '../trace/result-meta.js';

import type { Order } from './execute.js';

/** A source whose meta is asked for now. */
export function withInfo(source: CacheSource<() => ResultMeta>): CacheSource<ResultMeta> {
  if (source.status === 'hit' || source.status === 'semantic') return source;
  if (source.status !== 'shared') return { ...source, info: source.info() };
  const { info, ...rest } = source;
  return { ...rest, ...(info && { info: info() }) };
}

/** The meta of what the cache has given. */
export function metaFor(order: Order, source: CacheSource<ResultMeta>, durationMs: number): ResultMeta {
  if (source.status === 'miss' || source.status === 'off') return source.info;
  const saved = source.status === 'shared' ? source.savedNanoUsd() : source.savedNanoUsd;
  const cache: CacheMeta = {
    status: source.status,
    ...(saved !== null && { savedNanoUsd: saved }),
    ...(source.status === 'semantic' && { similarity: source.similarity, threshold: source.threshold }),
  };
  const info = source.status === 'shared' ? source.info : undefined;
  return {
    requestId: order.id,
    servedBy: info?.servedBy ?? null,
    group: info?.group ?? order.start.group,
    attempts: [],
    fallbacks: 0,
    costUsd: 0,
    costNanoUsd: 0,
    usage: null,
    usageEstimated: false,
    cache,
    ...(order.start.experiment && { experiment: order.start.experiment }),
    degraded: info?.degraded ?? false,
    ttftMs: null,
    durationMs,
    trace: [],
  };
}
