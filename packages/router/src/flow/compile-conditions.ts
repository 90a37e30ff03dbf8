import type { ConditionConfig, ConditionTest } from '../config/condition-config.js';

import { isMirrored } from './mirror.js';
import type { RequestOptions } from './request-options.js';

/** The group or use case that the first fitting condition sends a request to, and which one it was (from 0). */
export type Divert = (params: Readonly<Record<string, unknown>>, options: RequestOptions) => { readonly use: string; readonly index: number } | undefined;

type Subject = (params: Readonly<Record<string, unknown>>, options: RequestOptions) => unknown;

/** Makes conditions ready to be asked for every chat request; `undefined` without any. */
export function compileConditions(conditions: readonly ConditionConfig[]): Divert | undefined {
  if (conditions.length === 0) return undefined;
  const compiled = conditions.map(({ when, use }, index) => ({
    result: { use, index },
    checks: Object.entries(when).map(([name, test]) => ({ subject: subjectOf(name), fits: fitting(test) })),
  }));
  // A copy is meant for the group that is being looked at, whatever it says.
  return (params, options) => isMirrored(options) ? undefined : compiled.find(({ checks }) => checks.every(({ subject, fits }) => fits(subject(params, options))))?.result;
}

function subjectOf(name: string): Subject {
  if (name === 'model') return (params, { useCase }) => useCase ?? params.model;
  if (name === 'tenant') return (_params, { tenant = 'default' }) => tenant;
  const dot = name.indexOf('.');
  const key = name.slice(dot + 1);
  switch (name.slice(0, dot)) {
    case 'scope': return (_params, { scope }) => own(scope, key);
    case 'metadata': return ({ metadata }) => own(metadata, key);
    default: return (params) => own(params, key);
  }
}

function fitting(test: ConditionTest): (value: unknown) => boolean {
  if (typeof test !== 'object') return (value) => isEqual(value, test);
  if (Array.isArray(test)) return (value) => test.some((each) => isEqual(value, each));
  if ('not' in test) {
    const isIt = fitting(test.not);
    return (value) => !isIt(value);
  }
  const { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = test;
  return (value) => typeof value === 'number' && value > above && value < below;
}

/** Labels and metadata are texts, and YAML reads a text such as 7 or true as something else. */
function isEqual(value: unknown, wanted: string | number | boolean): boolean {
  return (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') && String(value) === String(wanted);
}

function own(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null && Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : undefined;
}
