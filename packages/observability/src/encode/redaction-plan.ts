import type * as z from 'zod';

/**
 * Which parts of a value are sensitive, as its schema says. A plan can contain itself, as schemas can.
 */
export interface RedactionPlan {
  /** Set when the whole value goes, to what is said in its place. */
  reason: string | undefined;
  fields: Map<string, RedactionPlan> | undefined;
  /** Of every entry of a list, a set, a record or a map. */
  items: RedactionPlan | undefined;
  /** Of keys of a record or a map. */
  keyReason: string | undefined;
  /** Further plans for the same value, as unions and intersections have. */
  also: RedactionPlan[] | undefined;
}

/** The part of a Zod 4 definition that is read here. Classic and mini schemas both have it. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly catchall?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly left?: z.core.$ZodType;
  readonly right?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly rest?: z.core.$ZodType | null;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
}

const plans = new WeakMap<z.core.$ZodType, RedactionPlan>();

/**
 * Reads `.meta({ sensitive: true })` and `.meta({ pii: 'email' })` out of a schema, anywhere in it. Walked once for
 * each schema. Where branches of a union disagree, the stricter one wins.
 */
export function redactionPlanOf(schema: z.core.$ZodType): RedactionPlan {
  const known = plans.get(schema);
  if (known !== undefined) return known;
  const plan: RedactionPlan = { reason: reasonOf(schema), fields: undefined, items: undefined, keyReason: undefined, also: undefined };
  // Before the parts: a schema may contain itself.
  plans.set(schema, plan);
  if (plan.reason !== undefined) return plan;

  const definition = schema._zod.def as unknown as Definition;
  const also: RedactionPlan[] = [];
  const add = (part: z.core.$ZodType | null | undefined) => {
    if (part) also.push(redactionPlanOf(part));
  };
  if (definition.shape) {
    plan.fields = new Map(Object.entries(definition.shape).map(([name, field]) => [name, redactionPlanOf(field)]));
  }
  if (definition.catchall) plan.items = redactionPlanOf(definition.catchall);
  if (definition.element) plan.items = redactionPlanOf(definition.element);
  if (definition.valueType) {
    plan.items = redactionPlanOf(definition.valueType);
    if (definition.keyType) plan.keyReason = redactionPlanOf(definition.keyType).reason;
  } else if (definition.type === 'set' && definition.keyType === undefined) {
    add(definition.innerType);
  }
  if (definition.type === 'tuple') {
    plan.fields = new Map((definition.items ?? []).map((item, index) => [String(index), redactionPlanOf(item)]));
    if (definition.rest) plan.items = redactionPlanOf(definition.rest);
  }
  add(definition.innerType);
  add(definition.left);
  add(definition.right);
  // A value may be seen before or after a transform.
  add(definition.in);
  add(definition.out);
  if (definition.type === 'union') definition.options?.forEach(add);
  if (definition.type === 'lazy') add(definition.getter?.());
  if (also.length > 0) plan.also = also;
  return plan;
}

/** Why a whole value goes, seen through unions and wrappers. */
export function reasonFor(plan: RedactionPlan | undefined): string | undefined {
  return firstReason(plan, 'reason', 0);
}

/** The plan of one field or entry, seen through unions and wrappers. */
export function partOf(plan: RedactionPlan | undefined, name: string, depth = 0): RedactionPlan | undefined {
  if (plan === undefined || depth > 8) return undefined;
  const own = plan.fields?.get(name) ?? plan.items;
  const others = plan.also?.map((other) => partOf(other, name, depth + 1)).filter((part) => part !== undefined) ?? [];
  if (others.length === 0) return own;
  if (own === undefined && others.length === 1) return others[0];
  return { reason: undefined, fields: undefined, items: undefined, keyReason: undefined, also: own === undefined ? others : [own, ...others] };
}

/** Why keys of a record go, seen through unions and wrappers. */
export function keyReasonOf(plan: RedactionPlan | undefined): string | undefined {
  return firstReason(plan, 'keyReason', 0);
}

function firstReason(plan: RedactionPlan | undefined, kind: 'reason' | 'keyReason', depth: number): string | undefined {
  if (plan === undefined || depth > 8) return undefined;
  if (plan[kind] !== undefined) return plan[kind];
  for (const other of plan.also ?? []) {
    const reason = firstReason(other, kind, depth + 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Only classic schemas have `meta`; one of zod/mini says nothing here. */
function reasonOf(schema: z.core.$ZodType): string | undefined {
  const meta = (schema as { meta?: () => Readonly<Record<string, unknown>> | undefined }).meta?.();
  if (meta === undefined) return undefined;
  if (meta.sensitive === true) return 'sensitive';
  if (typeof meta.pii === 'string') return `pii ${meta.pii.replace(/[^A-Za-z0-9 _-]/g, '').slice(0, 40)}`;
  return meta.pii === true ? 'pii' : undefined;
}
