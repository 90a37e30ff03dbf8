import type * as z from 'zod';

const CHAINS = ['fallbacks', 'contextWindowFallbacks', 'contentPolicyFallbacks', 'timeoutFallbacks', 'budgetFallbacks'] as const;
const USE_CASE_LISTS = ['chain', 'onContextWindow', 'onContentPolicy', 'onTimeout', 'onBudget'] as const;

type Chains = Readonly<Record<string, readonly string[]>>;

/** The parts of a configuration that name each other. */
interface Named extends Partial<Readonly<Record<(typeof CHAINS)[number], Chains | undefined>>> {
  readonly deployments: Readonly<Record<string, unknown>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly useCases: Readonly<Record<string, object>>;
  readonly conditions: readonly { readonly use: string }[];
  readonly experiments: Readonly<Record<string, { readonly arms: Readonly<Record<string, number>>; readonly useCase?: string | undefined }>>;
  readonly budgets: readonly { readonly id: string; readonly tz: string; readonly soft?: { readonly use: string } | undefined; readonly onRedisDown: string }[];
  readonly cache?: { readonly groups: readonly (readonly string[])[]; readonly semantic?: { readonly model?: string | undefined } | undefined } | undefined;
  readonly mirror?: { readonly to: string } | undefined;
}

/** Refuses names that nothing has, each with its path. */
export function checkReferences(config: Named, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) => {
    context.addIssue({ code: 'custom', path, message });
  };
  const group = (name: string, path: (string | number)[]) => {
    if (!Object.hasOwn(config.groups, name)) refuse(path, `"${name}" is no group; there are ${Object.keys(config.groups).join(', ') || 'none'}`);
  };
  const groups = (names: readonly string[], path: (string | number)[]) => {
    names.forEach((name, index) => { group(name, [...path, index]); });
  };

  for (const [name, members] of Object.entries(config.groups)) {
    if (Object.hasOwn(config.useCases, name)) refuse(['useCases', name], 'a group has the same name');
    members.forEach((id, index) => {
      if (!Object.hasOwn(config.deployments, id)) refuse(['groups', name, index], `"${id}" is no deployment`);
      if (members.indexOf(id) !== index) refuse(['groups', name, index], `"${id}" is in the group already`);
    });
  }
  for (const kind of CHAINS) {
    const chains = config[kind] ?? {};
    for (const [name, targets] of Object.entries(chains)) {
      if (name !== '*') group(name, [kind, name]);
      groups(targets, [kind, name]);
    }
  }
  for (const [name, useCase] of Object.entries(config.useCases)) {
    for (const list of USE_CASE_LISTS) groups((useCase as Partial<Record<string, readonly string[]>>)[list] ?? [], ['useCases', name, list]);
  }
  config.conditions.forEach(({ use }, index) => {
    if (!Object.hasOwn(config.useCases, use)) group(use, ['conditions', index, 'use']);
  });
  for (const [name, { arms, useCase }] of Object.entries(config.experiments)) {
    for (const arm of Object.keys(arms)) group(arm, ['experiments', name, 'arms', arm]);
    if (useCase !== undefined && !Object.hasOwn(config.useCases, useCase)) refuse(['experiments', name, 'useCase'], `"${useCase}" is no use case`);
  }
  config.budgets.forEach(({ id, tz, soft, onRedisDown }, index) => {
    if (config.budgets.findIndex((other) => other.id === id) !== index) refuse(['budgets', index, 'id'], `"${id}" is used twice`);
    if (!isTimeZone(tz)) refuse(['budgets', index, 'tz'], `"${tz}" is no IANA time zone`);
    if (soft) group(soft.use, ['budgets', index, 'soft', 'use']);
    if (onRedisDown !== config.budgets[0]?.onRedisDown) refuse(['budgets', index, 'onRedisDown'], 'all budgets of a router must have the same');
  });
  config.cache?.groups.forEach((names, index) => { groups(names, ['cache', 'groups', index]); });
  if (config.cache?.semantic?.model !== undefined) group(config.cache.semantic.model, ['cache', 'semantic', 'model']);
  if (config.mirror) group(config.mirror.to, ['mirror', 'to']);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
