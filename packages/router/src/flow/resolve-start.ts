import type { RequestKind } from '../attempt/transport.js';
import type { Failure } from '../errors/failure.js';

import { assignArm } from './assign-arm.js';
import type { RequestOptions } from './request-options.js';
import { type RequestRules, withOptions } from './request-rules.js';
import { unknownGroup } from './route.js';
import type { Runtime } from './runtime.js';

/** Where a request begins and by which rules. */
export interface Start {
  readonly group: string;
  readonly rules: RequestRules;
  readonly experiment: { readonly name: string; readonly arm: string } | undefined;
  /** Where a condition has sent it, and which one (from 0). */
  readonly diverted: { readonly use: string; readonly index: number } | undefined;
}

/** Works out group, rules and arm of a request, or why it cannot be served. */
export function resolveStart(runtime: Runtime, kind: RequestKind, params: Readonly<Record<string, unknown>>, options: RequestOptions): Start | { readonly failure: Failure } {
  const { plan } = runtime;
  const { config } = plan;
  const refused = refusal(runtime, options);
  if (refused) return { failure: refused };

  const model = typeof params.model === 'string' ? params.model : '';
  const diverted = kind === 'chat' ? plan.divert?.(params, options) : undefined;
  // A condition that names a group changes the beginning only; one that names a use case changes the rules too.
  const isGroup = diverted !== undefined && plan.groups.has(diverted.use);
  const useCase = diverted && !isGroup ? diverted.use : (options.useCase ?? (plan.useCaseRules.has(model) ? model : undefined));
  const rules = useCase === undefined ? plan.rules : plan.useCaseRules.get(useCase);
  if (!rules) return { failure: unknownGroup(runtime, useCase ?? model) };

  // Whoever a condition has sent to a group is no unit of its use case's experiment.
  const experiment = isGroup && options.experiment === undefined ? undefined : assign(runtime, options, useCase);
  if (experiment && 'class' in experiment) return { failure: experiment };
  const group = experiment?.arm ?? (isGroup ? diverted.use : useCase === undefined ? model : config.useCases[useCase]!.chain[0]!);
  if (!plan.groups.has(group)) return { failure: unknownGroup(runtime, group) };
  return { group, rules: withOptions(rules, options), experiment, diverted };
}

function assign({ plan, warnings }: Runtime, options: RequestOptions, useCase: string | undefined): { readonly name: string; readonly arm: string } | Failure | undefined {
  const { experiments } = plan.config;
  const asked = options.experiment;
  if (asked !== undefined && !Object.hasOwn(experiments, asked)) return { class: 'invalid_request', message: `"${asked.slice(0, 100)}" is no experiment; there are ${Object.keys(experiments).join(', ') || 'none'}.` };
  const name = asked ?? (useCase === undefined ? undefined : Object.keys(experiments).find((each) => experiments[each]!.useCase === useCase));
  if (name === undefined) return undefined;
  const unit = options.unit ?? options.session ?? options.scope?.user;
  if (unit === undefined) {
    if (asked !== undefined) return { class: 'invalid_request', message: `The experiment "${name}" needs options.unit.` };
    warnings.add(`experiment_without_unit:${name}`);
    return undefined;
  }
  return { name, arm: assignArm(name, experiments[name]!, unit) };
}

function refusal({ plan }: Runtime, { baseURL, testHooks, timeoutMs }: RequestOptions): Failure | undefined {
  if (baseURL !== undefined && !plan.allowedBaseURLs.has(baseURL)) return { class: 'invalid_request', message: 'options.baseURL is not in allowedBaseURLs.' };
  if (testHooks && !plan.config.allowTestHooks) return { class: 'invalid_request', message: 'options.testHooks needs allowTestHooks in the configuration.' };
  if (timeoutMs !== undefined && !(timeoutMs > 0)) return { class: 'invalid_request', message: `options.timeoutMs must be above 0, got ${timeoutMs}.` };
  return undefined;
}
