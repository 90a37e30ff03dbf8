import type { core } from 'zod';

import type { JsonSchema } from '../wire/json-schema.js';
import type { WireSchema } from '../wire/wire-schema.js';

import type { AnswerIssue } from './issue.js';

/** Issues in an error; the rest is a count. */
const MAX_ISSUES = 50;

/** Issues without a word of the answer: for errors, logs and events. */
export function publicIssues(issues: readonly core.$ZodIssue[], { root, isWrapped }: WireSchema): readonly AnswerIssue[] {
  return issues.slice(0, MAX_ISSUES).map((issue) => ({
    path: publicPath(issue.path, isWrapped ? (root.properties?.value ?? root) : root, root),
    code: issue.code === 'custom' ? 'check' : issue.code,
    message: messageOf(issue),
  }));
}

function messageOf(issue: core.$ZodIssue): string {
  switch (issue.code) {
    // Its text names keys that the model made up.
    case 'unrecognized_keys':
      return `has ${issue.keys.length} unknown ${issue.keys.length === 1 ? 'key' : 'keys'}`;
    // Its text is the schema owner's and may quote the answer.
    case 'custom':
      return 'breaks a rule of the schema or a check';
    case 'invalid_key':
    case 'invalid_element':
      return 'has an invalid key or element';
    case 'invalid_type':
      return `is not a valid ${issue.expected}`;
    case 'invalid_value':
      return 'is not one of the options';
    case 'invalid_union':
      return 'fits no branch of the union';
    case 'invalid_format':
      return `is not a valid ${issue.format}`;
    case 'too_big':
      return `is above the maximum of ${String(issue.maximum)}`;
    case 'too_small':
      return `is below the minimum of ${String(issue.minimum)}`;
    case 'not_multiple_of':
      return `is not a multiple of ${issue.divisor}`;
  }
}

/** Keys that the schema names stay; others are the model's words. */
function publicPath(path: readonly PropertyKey[], schema: JsonSchema, root: JsonSchema): readonly (string | number)[] {
  let places: readonly JsonSchema[] = [schema];
  return path.map((segment) => {
    places = places.flatMap((place) => branches(place, root));
    if (typeof segment === 'number') {
      places = places.flatMap((place) => [place.prefixItems?.[segment], typeof place.items === 'object' ? place.items : undefined].filter((item) => item !== undefined));
      return segment;
    }
    const key = String(segment);
    const known = places.flatMap(({ properties }) => (properties && Object.hasOwn(properties, key) ? [properties[key]] : [])).filter((property) => property !== undefined);
    if (known.length === 0) places = places.flatMap(({ additionalProperties }) => (typeof additionalProperties === 'object' ? [additionalProperties] : []));
    else places = known;
    return known.length > 0 ? key : '*';
  });
}

function branches(schema: JsonSchema, root: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (depth > 8) return [];
  const target = schema.$ref === undefined ? undefined : resolve(schema.$ref, root);
  const inner = [...(target ? [target] : []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...inner.flatMap((branch) => branches(branch, root, depth + 1))];
}

function resolve(ref: string, root: JsonSchema): JsonSchema | undefined {
  let place: unknown = root;
  for (const segment of ref.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    place = typeof place === 'object' && place !== null ? (place as Record<string, unknown>)[segment] : undefined;
  }
  return typeof place === 'object' && place !== null ? (place as JsonSchema) : undefined;
}
