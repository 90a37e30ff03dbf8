import type { CacheControls } from './cache-controls.js';
import { cacheKey, type CacheOwner, type OwnerHash } from './exact/cache-key.js';
import type { CacheOffReason, CachePlan, CacheRequest } from './response-cache.js';
import { semanticQuestion } from './semantic/semantic-question.js';

/** The rules that all requests share. */
export interface PlanRules {
  readonly ttlMs: number;
  readonly maxTemperature: number;
  readonly singleFlight: boolean;
  readonly hashOwner: OwnerHash;
  /** Model group -> name of its caching group. */
  readonly cachingGroups: ReadonlyMap<string, string>;
  readonly semantic?: { readonly mode: 'on' | 'shadow'; readonly maxHistory: number; readonly embedder: string };
}

/** A plan with what only the cache itself needs. */
export interface RequestPlan extends CachePlan {
  readonly question?: { readonly text: string; readonly scope: string };
  /** Fit for comparing by meaning in principle, but for its form. */
  readonly isSemanticSkipped: boolean;
}

/** What OpenAI's API takes when a request names none. */
const DEFAULT_TEMPERATURE = 1;

const MAX_NAMESPACE_LENGTH = 200;

/**
 * Decides what caching may do for a request.
 * @throws RangeError When the tenant is empty or a control is out of range.
 */
export function planRequest(request: CacheRequest, rules: PlanRules): RequestPlan {
  const { params, controls = {}, fingerprint } = request;
  const owner = ownerOf(request);
  checkControls(controls);
  const off = offReason(params, controls, rules);
  if (off) return offPlan(request, off);
  const group = rules.cachingGroups.get(request.group) ?? request.group;
  const parts = { owner, group, ...(fingerprint !== undefined && { fingerprint }) };
  const key = cacheKey({ params, ...parts }, rules.hashOwner);
  if (key === undefined) return offPlan(request, 'not-canonical');

  const wanted = rules.semantic && (controls.semantic ?? rules.semantic.mode);
  const found = wanted && wanted !== 'off' && controls.noCache !== true ? semanticQuestion(params, rules.semantic.maxHistory) : undefined;
  const scope = found && cacheKey({ owner, group, params: found.rest, fingerprint: JSON.stringify(['semantic', rules.semantic?.embedder, fingerprint ?? null]) }, rules.hashOwner);
  const canRead = controls.noCache !== true;
  return {
    request,
    key,
    ttlMs: controls.ttlMs ?? rules.ttlMs,
    canRead,
    canWrite: controls.noStore !== true,
    canShare: canRead && rules.singleFlight && controls.singleFlight !== false,
    semantic: scope === undefined || !wanted ? 'off' : wanted,
    isSemanticSkipped: wanted !== undefined && wanted !== 'off' && canRead && !found,
    ...(found && scope !== undefined && { question: { text: found.text, scope } }),
  };
}

/** A plan of no caching. */
export function offPlan(request: CacheRequest, reason: CacheOffReason): RequestPlan {
  return { request, ttlMs: 0, canRead: false, canWrite: false, canShare: false, semantic: 'off', isSemanticSkipped: false, offReason: reason };
}

function ownerOf({ tenant, controls }: CacheRequest): CacheOwner {
  if (typeof tenant !== 'string' || tenant === '') throw new RangeError('cache: tenant must be a text that is not empty');
  const namespace = controls?.namespace !== undefined && { namespace: controls.namespace };
  return controls?.isShared === true ? { kind: 'shared', ...namespace } : { kind: 'tenant', tenant, ...namespace };
}

function checkControls({ ttlMs, sMaxageMs, namespace }: CacheControls): void {
  if (ttlMs !== undefined && !(ttlMs >= 1 && Number.isFinite(ttlMs))) throw new RangeError(`cache.ttlMs must be 1 or more, got ${ttlMs}`);
  if (sMaxageMs !== undefined && !(sMaxageMs >= 0)) throw new RangeError(`cache.sMaxageMs must be 0 or more, got ${sMaxageMs}`);
  if (namespace !== undefined && (namespace === '' || namespace.length > MAX_NAMESPACE_LENGTH)) throw new RangeError(`cache.namespace must have 1 to ${MAX_NAMESPACE_LENGTH} characters, got ${namespace.length}`);
}

function offReason(params: Readonly<Record<string, unknown>>, controls: CacheControls, { maxTemperature }: PlanRules): CacheOffReason | undefined {
  if (controls.enabled === false) return 'disabled';
  if (!Array.isArray(params.messages) || params.audio || isSpoken(params.modalities) || params.messages.some(hasAttachment)) return 'non-text';
  const temperature = typeof params.temperature === 'number' ? params.temperature : DEFAULT_TEMPERATURE;
  return temperature > maxTemperature && controls.anyTemperature !== true ? 'temperature' : undefined;
}

/** Pictures, sounds and files: behind an address they may change, and as data they are too large to be hashed for each request. */
function hasAttachment(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('content' in message) || !Array.isArray(message.content)) return false;
  return message.content.some((part: unknown) => typeof part === 'object' && part !== null && 'type' in part && part.type !== 'text' && part.type !== 'refusal');
}

function isSpoken(modalities: unknown): boolean {
  return Array.isArray(modalities) && modalities.some((modality) => modality !== 'text');
}
