import type { Deployment } from '../deployments/deployment.js';
import type { Failure } from '../errors/failure.js';

import type { FlowRequest } from './flow-request.js';
import { matchingTags } from './matches-tags.js';
import type { Group } from './runtime.js';

/** The deployments of a group that could serve a request at all, by level; or why there is none. */
export function eligibleLevels(request: FlowRequest, group: Group): { readonly levels: readonly (readonly Deployment[])[] } | { readonly failure: Failure } {
  // The usual case: nothing to check, and nothing to allocate.
  if (!needsChecks(request, group)) return { levels: group.levels };

  const tagged = matchingTags(group.members, request.options.tags);
  if (tagged.length === 0) return { failure: { class: 'no_matching_deployment', message: `No deployment of the group "${group.name}" has the tags asked for.` } };
  const { region } = request.options;
  const near = region === undefined ? tagged : tagged.filter(({ config }) => config.region === region);
  if (near.length === 0) return { failure: { class: 'no_matching_deployment', message: `No deployment of the group "${group.name}" is in the region asked for.` } };
  const keyed = near.filter(({ keys }) => keys.size > 0);
  const able = keyed.filter(({ config }) => config.unsupported.every((parameter) => request.params[parameter] === undefined));
  if (able.length === 0) return { failure: { class: 'no_matching_deployment', message: `No deployment of the group "${group.name}" has a key for its model and takes all the parameters of the request.` } };
  const fitting = able.filter(({ config }) => config.maxInputTokens === undefined || request.promptTokens() <= config.maxInputTokens);
  if (fitting.length === 0) return { failure: { class: 'context_window', message: `The request has about ${request.promptTokens()} input tokens, more than any deployment of the group "${group.name}" takes.` } };
  const kept = new Set(fitting.filter((deployment) => request.excluded?.has(deployment) !== true));
  return { levels: group.levels.map((level) => level.filter((deployment) => kept.has(deployment))).filter((level) => level.length > 0) };
}

function needsChecks(request: FlowRequest, { members }: Group): boolean {
  if (request.excluded || request.options.region !== undefined || (request.options.tags && request.options.tags.length > 0)) return true;
  for (const { config, keys } of members) if (config.tags.length > 0 || config.unsupported.length > 0 || config.maxInputTokens !== undefined || keys.size === 0) return true;
  return false;
}
