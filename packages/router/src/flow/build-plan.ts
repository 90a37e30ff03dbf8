import type { RouterConfig } from '../config/router-config.js';
import { createDeployment, type CreateDeploymentOptions } from '../deployments/create-deployment.js';
import type { Deployment } from '../deployments/deployment.js';

import { compileConditions } from './compile-conditions.js';
import { rulesFor } from './request-rules.js';
import type { Group, Plan } from './runtime.js';

/** Makes a configuration ready to serve. Deployments that did not change keep their connections and what is known about them. */
export function buildPlan(config: RouterConfig, options: CreateDeploymentOptions, before?: Plan): Plan {
  const deployments = new Map<string, Deployment>(
    Object.entries(config.deployments).map(([id, own]) => {
      const old = before?.deployments.get(id);
      return [id, old && sameDeployment(old.config, own) ? old : createDeployment(id, own, options)];
    }),
  );
  const groups = new Map<string, Group>(
    Object.entries(config.groups).map(([name, ids]) => {
      const members = ids.map((id) => deployments.get(id)!);
      const orders = [...new Set(members.map((member) => member.config.order))].sort((one, other) => one - other);
      return [name, { name, members, levels: orders.map((order) => members.filter((member) => member.config.order === order)) }];
    }),
  );
  return {
    config,
    deployments,
    groups,
    rules: rulesFor(config),
    useCaseRules: new Map(Object.keys(config.useCases).map((name) => [name, rulesFor(config, name)])),
    divert: compileConditions(config.conditions),
    allowedBaseURLs: new Set(config.allowedBaseURLs),
    fallbackOnStatus: config.fallbackOnStatus && new Set(config.fallbackOnStatus),
    inFlight: 0,
  };
}

function sameDeployment(one: RouterConfig['deployments'][string], other: RouterConfig['deployments'][string]): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

/** Keys as what they hold: as secrets they would all look alike. */
function comparable({ keys, ...rest }: RouterConfig['deployments'][string]): unknown {
  const revealed = keys?.map((entry) => {
    const key = typeof entry === 'object' && 'key' in entry ? entry.key : entry;
    return [typeof entry === 'object' && 'key' in entry ? [entry.id, entry.deny] : [], typeof key === 'string' ? key : key.reveal()];
  });
  return [Object.entries(rest).sort(([left], [right]) => (left < right ? -1 : 1)), revealed];
}
